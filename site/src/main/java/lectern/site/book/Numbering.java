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
        if (page instanceof Boolean all) {
            kinds.put("all", all);
            kinds.put("headings", all);
        }
        kinds.putAll(Yaml.map(page));
        return new Numbering(kinds);
    }

    /** What is said of a whole project, by {@code true} or {@code false} or by kinds. */
    static Map<String, Object> ofProject(@Nullable Object said) {
        return said instanceof Boolean all ? Map.of("all", all, "headings", all) : Yaml.map(said);
    }

    /** Whether headings of a level, 1 to 6, take numbers. */
    boolean countsHeading(int level) {
        var own = kinds.get("heading_" + level);
        var said = own == null ? kinds.get("headings") : own;
        return said != null && !said.equals(false) && !Boolean.FALSE.equals(Yaml.map(said).get("enabled")) && (said.equals(true) || !Yaml.map(said).isEmpty());
    }

    /** Whether a project numbers its pages. */
    static boolean countsPages(Map<String, Object> project) {
        var said = project.get("title");
        return said != null && !said.equals(false) && !Boolean.FALSE.equals(Yaml.map(said).get("enabled"));
    }

    /** The forms in which a project names numbered things, by kind. */
    static Map<String, String> forms(Map<String, Object> project) {
        var forms = new LinkedHashMap<String, String>();
        project.forEach((kind, said) -> {
            var form = Yaml.text(Yaml.map(said).get("template"));
            if (form.contains("%s")) {
                forms.put(kind, form);
            }
        });
        return forms;
    }

    /** How a reference names things of this kind, {@code Fig. %s}; their usual word where the book gives no form. */
    String word(Kind kind, String usual) {
        var form = Yaml.text(Yaml.map(kinds.get(key(kind))).get("template"));
        return form.contains("%s") ? form : usual;
    }

    /** Whether things of this kind go without numbers. */
    boolean isOff(Kind kind) {
        var said = kinds.get(key(kind));
        return said == null ? Boolean.FALSE.equals(kinds.get("all")) || Boolean.FALSE.equals(Yaml.map(kinds.get("all")).get("enabled")) : (said.equals(false) || Boolean.FALSE.equals(Yaml.map(said).get("enabled")));
    }

    /** The number of the first on a page; 0 where the page goes on counting. */
    int start(Kind kind) {
        var said = kinds.get(key(kind));
        var start = Yaml.text(said instanceof Integer ? said : Yaml.map(said).get("start"));
        return start.matches("[1-9]\\d{0,5}") ? Integer.parseInt(start) : 0;
    }

    /** The number as it is written, {@code A1.3} by the form {@code A1.%s}. @param usual how it is written where the book gives no form */
    String written(Kind kind, int count, String usual) {
        return written(kind, String.valueOf(count), usual);
    }

    /** The number of a heading as it is written. */
    String written(Kind kind, String count) {
        return written(kind, count, count);
    }

    private String written(Kind kind, String count, String usual) {
        var own = Yaml.text(Yaml.map(kinds.get(key(kind))).get("enumerator"));
        var form = own.isEmpty() ? Yaml.text(kinds.get("enumerator")) : own;
        return form.contains("%s") ? form.replace("%s", count) : usual;
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
