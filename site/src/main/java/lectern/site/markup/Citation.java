package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Works cited in a sentence: {@code {cite:p}`a,b`}, {@code @key}, {@code [see @key, p. 5; @other]}. */
public final class Citation extends CustomNode {
    /** One work, with the words before and after it. */
    public record Item(String prefix, String key, String suffix) {}

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_:/.+-]*[A-Za-z0-9_])?");
    private static final Pattern GROUPED = Pattern.compile("\\s*([^@]*?)\\s*@(" + KEY + ")\\s*,?\\s*([^@]*?)\\s*");

    private final List<Item> items;
    private final boolean narrative;

    Citation(List<Item> items, boolean narrative) {
        this.items = List.copyOf(items);
        this.narrative = narrative;
    }

    public List<Item> items() {
        return items;
    }

    /** Whether the authors are part of the sentence: "Black et al. (2024)". */
    public boolean narrative() {
        return narrative;
    }

    /** The citation that a role of the {@code cite} family makes; its text lists keys with commas. */
    public static Citation of(Role role) {
        var items = new ArrayList<Item>();
        for (var key : role.text().split("[,;]")) {
            if (!key.isBlank()) {
                items.add(new Item("", key.strip(), ""));
            }
        }
        return new Citation(items, role.name().endsWith(":t") || role.name().endsWith(":ts") || role.name().equals("cite:author"));
    }

    private static final class Reader implements InlineContentParser {
        private int brackets;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            return scanner.peek() == '@' ? single(scanner) : group(scanner);
        }

        private static ParsedInline single(Scanner scanner) {
            int before = scanner.peekPreviousCodePoint();
            if (Character.isLetterOrDigit(before) || before == '.' || before == '_') {
                return ParsedInline.none();
            }
            scanner.next();
            boolean braced = scanner.next('{');
            var from = scanner.position();
            scanner.match(c -> c < 128 && (Character.isLetterOrDigit(c) || "_:/.+-".indexOf(c) >= 0));
            var key = KEY.matcher(scanner.getSource(from, scanner.position()).getContent());
            if (!key.lookingAt()) {
                return ParsedInline.none();
            }
            scanner.setPosition(from);
            for (int i = 0; i < key.end(); i++) {
                scanner.next();
            }
            if (braced && !scanner.next('}')) {
                return ParsedInline.none();
            }
            return ParsedInline.of(new Citation(List.of(new Item("", key.group(), "")), true), scanner.position());
        }

        private ParsedInline group(Scanner scanner) {
            if (++brackets > Markdown.MAX_BRACKETS) {
                throw new Markdown.TooHard();
            }
            scanner.next();
            var from = scanner.position();
            scanner.match(c -> c != ']' && c != '[' && c != '\n');
            var text = scanner.getSource(from, scanner.position()).getContent();
            if (text.indexOf('@') < 0 || !scanner.next(']') || scanner.peek() == '(' || scanner.peek() == '[') {
                return ParsedInline.none();
            }
            var items = new ArrayList<Item>();
            for (var part : text.split(";")) {
                var m = GROUPED.matcher(part);
                if (!m.matches()) {
                    return ParsedInline.none();
                }
                items.add(new Item(m.group(1), m.group(2), m.group(3)));
            }
            return ParsedInline.of(new Citation(items, false), scanner.position());
        }
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('@', '[');
        }

        @Override
        public InlineContentParser create() {
            return new Reader();
        }
    }
}
