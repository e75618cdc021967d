package lectern.site.markup;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/** Keeps texts from the parser that would take it too long: those whose links it would look for with the square of their brackets, or that cite without end, stay text, and a page has only so many. */
final class TextGuard implements InlineParser {
    private static final int MAX_MARKS = 2_000;
    private final InlineParser parser;
    private final Draft draft;

    TextGuard(InlineParserContext context, Draft draft) {
        parser = new InlineParserImpl(context);
        this.draft = draft;
    }

    @Override
    public void parse(SourceLines lines, Node node) {
        draft.countText();
        var text = lines.getContent();
        if (text.chars().filter(c -> c == '[' || c == '@').count() <= MAX_MARKS) {
            parser.parse(lines, node);
            return;
        }
        var span = lines.getSourceSpans().getFirst();
        draft.report(draft.place(span.getLineIndex(), span.getColumnIndex()), Rule.TOO_DEEP, "This paragraph has more than " + MAX_MARKS + " brackets or at signs.", "Split it.");
        node.appendChild(new Text(text));
    }
}
