package lectern.site.markup.tex;

import com.caoccao.javet.interfaces.IJavetLogger;

/** A logger that says nothing: what goes wrong in the engine is told to the author as a problem. */
enum Quiet implements IJavetLogger {
    LOGGER;

    @Override
    public void debug(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable cause) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}
}
