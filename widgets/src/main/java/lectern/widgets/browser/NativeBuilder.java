package lectern.widgets.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** {@link StringBuilder} on a string of the browser's, which is quick to lengthen; the build puts it in that class's place. */
public final class NativeBuilder implements CharSequence {
    private JSObject text;

    public NativeBuilder() {
        this("");
    }

    /** Empty, whatever room was asked for. */
    public NativeBuilder(int room) {
        this("");
    }

    public NativeBuilder(String start) {
        text = of(start);
    }

    @JSBody(params = "string", script = "return string")
    private static native JSObject of(String string);

    @JSBody(params = "string", script = "return string")
    private static native String java(JSObject string);

    @JSBody(params = {"string", "more"}, script = "return string+more")
    private static native JSObject join(JSObject string, String more);

    @JSBody(params = {"string", "more"}, script = "return string+more")
    private static native JSObject join(JSObject string, int more);

    @JSBody(params = {"string", "code"}, script = "return string+String.fromCharCode(code)")
    private static native JSObject sign(JSObject string, int code);

    @JSBody(params = "string", script = "return string.length")
    private static native int length(JSObject string);

    @JSBody(params = {"string", "length"}, script = "return string.slice(0,length)")
    private static native JSObject start(JSObject string, int length);

    public NativeBuilder append(String more) {
        text = join(text, more);
        return this;
    }

    public NativeBuilder append(char more) {
        text = sign(text, more);
        return this;
    }

    public NativeBuilder append(int more) {
        text = join(text, more);
        return this;
    }

    public NativeBuilder append(boolean more) {
        return append(more ? "true" : "false");
    }

    public NativeBuilder append(Object more) {
        return append(more.toString());
    }

    public void setLength(int length) {
        text = start(text, length);
    }

    public boolean isEmpty() {
        return length() == 0;
    }

    @Override
    public int length() {
        return length(text);
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        return java(text);
    }
}
