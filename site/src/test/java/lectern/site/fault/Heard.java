package lectern.site.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The lines that the program logs, as its operator reads them; those of tests beside this one among them. */
final class Heard extends Handler implements AutoCloseable {
    // a logger that nobody holds forgets its handlers
    private final Logger listened = Logger.getLogger("lectern");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Heard() {
        listened.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().formatMessage(line));
    }

    /** Lines that hold this text. */
    List<String> of(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        listened.removeHandler(this);
    }
}
