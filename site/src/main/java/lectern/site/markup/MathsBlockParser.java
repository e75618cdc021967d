package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** {@code $$ … $$ (label)} and {@code \begin{align} … \end{align}} on lines of their own. */
final class MathsBlockParser extends AbstractBlockParser {
    private static final Pattern CLOSE = Pattern.compile("(.*?)\\$\\$\\s*(?:\\(([^()\\n]+)\\))?\\s*");
    private static final Pattern BEGIN = Pattern.compile(
            "\\\\begin\\{((?:equation|align|alignat|gather|multline|eqnarray|flalign|split|cases|array|subequations|[pbvBV]?matrix|aligned|gathered|CD)\\*?)\\}.*");

    private final Draft draft;
    private final Place place;
    private final String environment;
    private final Maths.Display display = new Maths.Display();
    private final List<Source.Line> lines = new ArrayList<>();
    private String label = "";
    private boolean closed;

    private MathsBlockParser(Draft draft, Place place, String environment) {
        this.draft = draft;
        this.place = place;
        this.environment = environment;
    }

    @Override
    public Block getBlock() {
        return display;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        var text = line.getContent().toString();
        var span = line.getSourceSpan();
        var spot = span == null ? place : draft.place(span.getLineIndex(), span.getColumnIndex());
        if (!environment.isEmpty()) {
            lines.add(new Source.Line(text, spot));
            closed = text.contains("\\end{" + environment + "}");
            return;
        }
        var close = CLOSE.matcher(text);
        if (close.matches() && !close.group(1).endsWith("\\")) {
            closed = true;
            label = close.group(2) == null ? "" : Labels.normal(close.group(2));
            text = close.group(1);
        }
        if (!text.isBlank() || !lines.isEmpty() && !closed) {
            lines.add(new Source.Line(text, spot));
        }
    }

    @Override
    public void closeBlock() {
        if (!closed) {
            var end = environment.isEmpty() ? "$$" : "\\end{" + environment + "}";
            draft.report(place, Rule.UNCLOSED, "This formula is never closed.", "End it with " + end + ".");
        }
        display.set(new Source(lines), label);
    }

    static final class Factory extends AbstractBlockParserFactory {
        private final Draft draft;

        Factory(Draft draft) {
            this.draft = draft;
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || at + 1 >= line.length()) {
                return BlockStart.none();
            }
            var span = state.getLine().getSourceSpan();
            var place = draft.place(span.getLineIndex(), span.getColumnIndex() + at);
            if (line.charAt(at) == '$' && line.charAt(at + 1) == '$') {
                var rest = line.subSequence(at + 2, line.length()).toString();
                int close = rest.indexOf("$$");
                // "$$a$$ and more" is a sentence that begins with a formula
                if (close >= 0 && !CLOSE.matcher(rest).matches()) {
                    return BlockStart.none();
                }
                return BlockStart.of(new MathsBlockParser(draft, place, "")).atIndex(at + 2);
            }
            if (line.charAt(at) == '\\') {
                var begin = BEGIN.matcher(line).region(at, line.length());
                if (begin.matches()) {
                    return BlockStart.of(new MathsBlockParser(draft, place, begin.group(1))).atIndex(at);
                }
            }
            return BlockStart.none();
        }
    }
}
