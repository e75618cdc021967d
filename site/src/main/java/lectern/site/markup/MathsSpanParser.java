package lectern.site.markup;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** {@code $…$} and {@code $$…$$} in running text; a dollar after a backslash is a dollar. */
final class MathsSpanParser implements InlineContentParser {
    private boolean noSingle;
    private boolean noDouble;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        boolean display = scanner.next('$');
        if (display ? noDouble : noSingle) {
            return ParsedInline.none();
        }
        var from = scanner.position();
        while (toDollar(scanner)) {
            var to = scanner.position();
            scanner.next();
            if (!display || scanner.next('$')) {
                var tex = scanner.getSource(from, to).getContent();
                return tex.isBlank() ? ParsedInline.none() : ParsedInline.of(new Maths.Span(tex, display), scanner.position());
            }
        }
        if (display) {
            noDouble = true;
        } else {
            noSingle = true;
        }
        return ParsedInline.none();
    }

    /** Moves to the next dollar that no backslash precedes. */
    private static boolean toDollar(Scanner scanner) {
        while (scanner.find(c -> c == '$' || c == '\\') >= 0) {
            if (scanner.peek() == '$') {
                return true;
            }
            scanner.next();
            if (scanner.peek() != Scanner.END) {
                scanner.next();
            }
        }
        return false;
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new MathsSpanParser();
        }
    }
}
