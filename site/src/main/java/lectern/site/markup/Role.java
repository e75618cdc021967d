package lectern.site.markup;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.jspecify.annotations.Nullable;

/** A role, {@code {name}`text`}, or a substitution, {@code {{ name }}}, which is the role {@code substitution}. */
public final class Role extends CustomNode {
    public static final String SUBSTITUTION = "substitution";
    private static final Pattern TITLED = Pattern.compile("(?s)(.*?)(?<!\\s)\\s*+<([^<>]*)>\\s*");

    /** What MyST's own tool lets stand behind the name; nothing here asks for it. */
    private static final Pattern ATTRIBUTES = Pattern.compile("(?:\\s+(?:[#.][\\w:-]++|[\\w-]++=(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"']++)))++\\s*");

    /** Longer attributes are none: their end is looked for from every brace. */
    private static final int MOST = 200;

    private final String name;
    private final String text;
    private @Nullable Node parsed;

    Role(String name, String text) {
        this.name = name.toLowerCase(Locale.ROOT);
        this.text = text;
    }

    /** Whether it cites works of the bibliography. */
    public boolean cites() {
        return name.startsWith("cite") || name.startsWith("footcite") || name.equals("nocite");
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** What stands in angle brackets at the end, or all of it. */
    public String target() {
        var m = TITLED.matcher(text);
        return m.matches() ? m.group(2).strip() : text.strip();
    }

    /** What stands before the angle brackets; empty when there are none. */
    public String title() {
        var m = TITLED.matcher(text);
        return m.matches() ? m.group(1).strip() : "";
    }

    /** The text read as Markdown, for roles that hold Markdown. */
    public java.util.Optional<Node> parsed() {
        return java.util.Optional.ofNullable(parsed);
    }

    void setParsed(Node parsed) {
        this.parsed = parsed;
    }

    /** Reads roles and substitutions; one a text, so that it can remember which closers are not there. */
    static final class Reader implements InlineContentParser {
        private final BitSet missing = new BitSet();
        private boolean noBraces;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            scanner.next();
            if (scanner.next('{')) {
                return substitution(scanner);
            }
            var start = scanner.position();
            int length = scanner.match(c -> c < 128 && (Character.isLetterOrDigit(c) || "_-:.+".indexOf(c) >= 0));
            if (length == 0) {
                return ParsedInline.none();
            }
            var name = scanner.getSource(start, scanner.position()).getContent();
            if (scanner.peek() == ' ') {
                var attributes = scanner.position();
                for (int i = 0; i < MOST && scanner.peek() != '}' && scanner.peek() != '`' && scanner.peek() != '\n' && scanner.peek() != org.commonmark.parser.beta.Scanner.END; i++) {
                    scanner.next();
                }
                if (!ATTRIBUTES.matcher(scanner.getSource(attributes, scanner.position()).getContent()).matches()) {
                    return ParsedInline.none();
                }
            }
            if (!scanner.next('}')) {
                return ParsedInline.none();
            }
            int ticks = scanner.matchMultiple('`');
            if (ticks == 0 || missing.get(ticks)) {
                return ParsedInline.none();
            }
            var from = scanner.position();
            while (scanner.find('`') >= 0) {
                var to = scanner.position();
                if (scanner.matchMultiple('`') == ticks) {
                    return ParsedInline.of(new Role(name, scanner.getSource(from, to).getContent()), scanner.position());
                }
            }
            missing.set(ticks);
            return ParsedInline.none();
        }

        private ParsedInline substitution(org.commonmark.parser.beta.Scanner scanner) {
            if (noBraces) {
                return ParsedInline.none();
            }
            var from = scanner.position();
            while (scanner.find('}') >= 0) {
                var to = scanner.position();
                scanner.next();
                if (scanner.next('}')) {
                    var name = scanner.getSource(from, to).getContent().strip();
                    return name.isEmpty() || name.length() > 200 ? ParsedInline.none() : ParsedInline.of(new Role(SUBSTITUTION, name), scanner.position());
                }
            }
            noBraces = true;
            return ParsedInline.none();
        }
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return new Reader();
        }
    }
}
