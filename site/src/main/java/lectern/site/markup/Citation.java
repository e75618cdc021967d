package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Works cited in a sentence: {@code {cite:p}`a,b`}, {@code @key}, {@code [see @key, p. 5; @other]}. */
public final class Citation extends CustomNode {
    /** One work, with the words before and after it. */
    public record Item(String prefix, String key, String suffix) {}

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_:/.+-]*[A-Za-z0-9_])?");
    private static final Pattern GROUPED = Pattern.compile("([^@]*)@(" + KEY + ")(?![A-Za-z0-9_])\\s*+,?+([^@]*)");

    /** A key with words around it, {@code {see}key{p. 5}}. */
    private static final Pattern AROUND = Pattern.compile("\\s*(?:\\{([^{}]*)})?([^{}]+?)(?:\\{([^{}]*)})?\\s*");

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

    /** What stands between commas and semicolons that no brace encloses. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth <= 0 && (c == ',' || c == ';')) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** The citation that a role of the {@code cite} family makes; its text lists keys with commas. */
    public static Citation of(Role role) {
        var items = new ArrayList<Item>();
        for (var part : parts(role.text())) {
            var m = AROUND.matcher(part);
            if (m.matches()) {
                items.add(new Item(m.group(1) == null ? "" : m.group(1).strip(), m.group(2), m.group(3) == null ? "" : m.group(3).strip()));
            } else if (!part.isBlank()) {
                items.add(new Item("", part.strip(), ""));
            }
        }
        return new Citation(items, role.name().matches(".*:c?ts?"));
    }

    /** {@code @key} in running text. */
    private static final class Reader implements InlineContentParser {
        @Override
        public ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            int before = scanner.peekPreviousCodePoint();
            boolean begins = before == 0 || Character.isWhitespace(before) || "([{\"'“‘—–-;:,*".indexOf(before) >= 0;
            if (!begins) {
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
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('@');
        }

        @Override
        public InlineContentParser create() {
            return new Reader();
        }
    }

    /** {@code [see @key, p. 5; @other]}. */
    static final class Group implements LinkProcessor {
        @Override
        public LinkResult process(LinkInfo info, Scanner scanner, InlineParserContext context) {
            var text = info.text(scanner);
            if (text.indexOf('@') < 0 || info.destination() != null || info.label() != null || info.marker() != null) {
                return LinkResult.none();
            }
            var items = new ArrayList<Item>();
            for (var part : text.split(";")) {
                var m = GROUPED.matcher(part);
                if (!m.matches()) {
                    return LinkResult.none();
                }
                items.add(new Item(m.group(1).strip(), m.group(2), m.group(3).strip()));
            }
            return LinkResult.replaceWith(new Citation(items, false), info.afterTextBracket());
        }
    }
}
