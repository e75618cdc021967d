package lectern.site.markup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A YAML mapping as plain values, and helpers that read them without surprise. */
public final class Yaml {
    private Yaml() {}

    /** The text is no YAML mapping; line and column count from 1 within the text. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        public final int line;
        public final int column;

        Unreadable(String message, int line, int column) {
            super(message);
            this.line = line;
            this.column = column;
        }
    }

    public static Map<String, Object> map(String text) throws Unreadable {
        var value = value(text);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw new Unreadable("this is no list of \"key: value\" lines", 1, 1);
        }
        return map(value);
    }

    public static @org.jspecify.annotations.Nullable Object value(String text) throws Unreadable {
        try {
            return new Load(LoadSettings.builder().setAllowDuplicateKeys(true).setMaxAliasesForCollections(50).setCodePointLimit(4_000_000).build()).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark();
            throw new Unreadable(Optional.ofNullable(e.getProblem()).orElse("not YAML"), mark.map(m -> m.getLine() + 1).orElse(1), mark.map(m -> m.getColumn() + 1).orElse(1));
        } catch (YamlEngineException | ClassCastException e) {
            throw new Unreadable("not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), 1, 1);
        }
    }

    /** The mapping, or an empty one when the value is something else. */
    public static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((k, v) -> {
                if (k != null && v != null) {
                    map.put(k.toString(), v);
                }
            });
        }
        return map;
    }

    /** The sequence; one value counts as a sequence of one. */
    public static List<Object> list(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().filter(java.util.Objects::nonNull).map(v -> (Object) v).toList();
            case Object one -> List.of(one);
        };
    }

    public static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }
}
