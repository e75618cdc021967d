package lectern.site.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values as JSON text, safe to stand inside HTML. */
public final class Json {
    private static final Gson GSON = new GsonBuilder().create();

    private Json() {}

    public static String text(Object value) {
        return GSON.toJson(value);
    }

    /** The same in the order of its names: {@code Map.of} has another in each process, and two servers of one book must give the same bytes. */
    static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return new TreeMap<>(map);
    }
}
