package lectern.widgets.browser;

import org.teavm.jso.JSBody;

/** {@link lectern.widgets.math.Digits} as the browser itself does it, which rounds as exactly; the build puts it in that class's place. */
public final class NativeDigits {
    private NativeDigits() {}

    /** See {@link lectern.widgets.math.Digits#text}. */
    @JSBody(params = {"value", "significant"}, script = "var t=value.toExponential(significant-1).split('e'),x=+t[1];"
        + "return value!=value?'nan':value-value?value>0?'inf':'-inf':x<-5||x>8?+t[0]+'e'+x:String(+value.toPrecision(significant))")
    public static native String text(double value, int significant);

    /** See {@link lectern.widgets.math.Digits#fixed}. */
    public static String fixed(double value, int decimals) {
        return Math.abs(value) < 1e9 ? plain(value, decimals) : text(value, 6);
    }

    @JSBody(params = {"value", "decimals"}, script = "var t=value.toFixed(decimals);return +t?t:t.replace('-','')")
    private static native String plain(double value, int decimals);

    /** See {@link lectern.widgets.math.Digits#hundredths}: the shortest text of a rounded number is that number. */
    @JSBody(params = "value", script = "return ''+Math.floor(value*100+.5)/100")
    public static native String hundredths(double value);

    /** See {@link lectern.widgets.math.Digits#parse}. */
    @JSBody(params = "text", script = "return /^[+\\u2212-]?(\\d+\\.?\\d*|\\.\\d+)(e[+\\u2212-]?\\d+)?$/i.test(text)?+text.replace(/\\u2212/g,'-'):NaN")
    public static native double parse(String text);
}
