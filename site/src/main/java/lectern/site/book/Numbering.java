package lectern.site.book;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lectern.site.markup.Kind;
import lectern.site.markup.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * How the things of a page are counted: {@code numbering:} of the project and, over it, of the page.
 *
 * @param kinds what is said of {@code figure}, {@code equation}, …, and of all as {@code enumerator}
 */
record Numbering(Map<String, Object> kinds) {
    static Numbering of(Map<String, Object> project, @Nullable Object page) {
        var kinds = new LinkedHashMap<>(project);
        kinds.putAll(Yaml.map(page));
        return new Numbering(kinds);
    }

    /** Whether things of this kind go without numbers. */
    boolean isOff(Kind kind) {
        var said = kinds.get(key(kind));
        return said != null && (said.equals(false) || Boolean.FALSE.equals(Yaml.map(said).get("enabled")));
    }

    /** The number of the first on a page; 0 where the page goes on counting. */
    int start(Kind kind) {
        var said = kinds.get(key(kind));
        var start = Yaml.text(said instanceof Integer ? said : Yaml.map(said).get("start"));
        return start.matches("[1-9]\\d{0,5}") ? Integer.parseInt(start) : 0;
    }

    /** The number as it is written, {@code A1.3} by the form {@code A1.%s}. @param usual how it is written where the book gives no form */
    String written(Kind kind, int count, String usual) {
        var own = Yaml.text(Yaml.map(kinds.get(key(kind))).get("enumerator"));
        var form = own.isEmpty() ? Yaml.text(kinds.get("enumerator")) : own;
        return form.contains("%s") ? form.replace("%s", String.valueOf(count)) : usual;
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
