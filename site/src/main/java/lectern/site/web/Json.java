package lectern.site.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Values as JSON text, safe to stand inside HTML. */
public final class Json {
    private static final Gson GSON = new GsonBuilder().create();

    private Json() {}

    public static String text(Object value) {
        return GSON.toJson(value);
    }
}
