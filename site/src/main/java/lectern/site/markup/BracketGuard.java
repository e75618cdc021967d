package lectern.site.markup;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/** Keeps paragraphs from the parser whose links it would look for with the square of their brackets; they stay text. */
final class BracketGuard implements InlineParser {
    static final int MAX_BRACKETS = 2_000;
    private final InlineParser parser;
    private final Draft draft;

    BracketGuard(InlineParserContext context, Draft draft) {
        parser = new InlineParserImpl(context);
        this.draft = draft;
    }

    @Override
    public void parse(SourceLines lines, Node node) {
        var text = lines.getContent();
        if (text.chars().filter(c -> c == '[').count() <= MAX_BRACKETS) {
            parser.parse(lines, node);
            return;
        }
        var span = lines.getSourceSpans().getFirst();
        draft.report(draft.place(span.getLineIndex(), span.getColumnIndex()), Rule.TOO_DEEP, "This paragraph has more than " + MAX_BRACKETS + " brackets.", "Split it.");
        node.appendChild(new Text(text));
    }
}
