package lectern.widgets.browser;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.oracle.Json;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;

/** JSON read and written by the browser itself. */
final class BrowserJson {
    private BrowserJson() {}

    static Json read(String text) {
        return convert(parse(text));
    }

    static String write(Json value) {
        return stringify(convert(value));
    }

    private static Json convert(JSObject value) {
        return switch (kind(value)) {
            case "number" -> Json.of(((JSNumber) value).doubleValue());
            case "string" -> new Json.Text(((JSString) value).stringValue());
            case "true" -> Json.of(true);
            case "false" -> Json.of(false);
            case "null" -> new Json.Nothing();
            case "array" -> {
                List<Json> items = new ArrayList<>();
                for (int i = 0; i < length(value); i++) items.add(convert(get(value, i)));
                yield Json.of(items);
            }
            default -> {
                Json.Fields fields = new Json.Fields();
                JSArray<JSString> names = keys(value);
                for (int i = 0; i < names.getLength(); i++) fields.with(names.get(i).stringValue(), convert(get(value, names.get(i))));
                yield fields;
            }
        };
    }

    private static JSObject convert(Json value) {
        return switch (value) {
            case Json.Number(var number) -> JSNumber.valueOf(number);
            case Json.Text(var text) -> JSString.valueOf(text);
            case Json.Flag(var flag) -> flag(flag);
            case Json.Nothing() -> nothing();
            case Json.Items(var items) -> {
                JSArray<JSObject> array = new JSArray<>();
                for (Json item : items) array.push(convert(item));
                yield array;
            }
            case Json.Fields(var names, var values) -> {
                JSObject object = object();
                for (int i = 0; i < names.size(); i++) put(object, names.get(i), convert(values.get(i)));
                yield object;
            }
        };
    }

    @JSBody(params = "text", script = "return JSON.parse(text);")
    private static native JSObject parse(String text);

    @JSBody(params = "value", script = "return JSON.stringify(value);")
    private static native String stringify(JSObject value);

    @JSBody(params = "value", script = "return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'boolean' ? String(value) : typeof value;")
    private static native String kind(JSObject value);

    @JSBody(params = "value", script = "return value.length;")
    private static native int length(JSObject value);

    @JSBody(params = {"value", "i"}, script = "return value[i];")
    private static native JSObject get(JSObject value, int i);

    @JSBody(params = {"value", "name"}, script = "return value[name];")
    private static native JSObject get(JSObject value, JSString name);

    @JSBody(params = "value", script = "return Object.keys(value);")
    private static native JSArray<JSString> keys(JSObject value);

    @JSBody(params = {"object", "name", "value"}, script = "object[name] = value;")
    private static native void put(JSObject object, String name, JSObject value);

    @JSBody(script = "return {};")
    private static native JSObject object();

    @JSBody(script = "return null;")
    private static native JSObject nothing();

    @JSBody(params = "flag", script = "return flag;")
    private static native JSObject flag(boolean flag);
}
