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

/** Fences with a name in braces: {@code ```{name}} or {@code :::{name}}. Collects the lines between; {@link Markdown} reads them afterwards. */
final class DirectiveParser extends AbstractBlockParser {
    private static final Pattern OPENER = Pattern.compile("(`{3,}|~{3,}|:{3,})\\s*\\{\\s*([^}\\s]+)\\s*\\}[ \\t]*(.*)");

    private final Draft draft;
    private final char fence;
    private final int length;
    private final int indent;
    private final Directive directive;
    private final List<Source.Line> lines = new ArrayList<>();
    private boolean opened;
    private boolean closed;

    private DirectiveParser(Draft draft, java.util.regex.Matcher opener, int indent, Place place, Place argumentPlace) {
        this.draft = draft;
        this.fence = opener.group(1).charAt(0);
        this.length = opener.group(1).length();
        this.indent = indent;
        this.directive = new Directive(opener.group(2), opener.group(3).strip(), place, argumentPlace);
    }

    @Override
    public Block getBlock() {
        return directive;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        var line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        if (state.getIndent() < 4 && at < line.length() && line.charAt(at) == fence) {
            int run = at;
            while (run < line.length() && line.charAt(run) == fence) {
                run++;
            }
            if (run - at >= length && line.subSequence(run, line.length()).toString().isBlank()) {
                closed = true;
                return BlockContinue.finished();
            }
        }
        int skip = state.getIndex();
        for (int i = 0; i < indent && skip < line.length() && line.charAt(skip) == ' '; i++) {
            skip++;
        }
        return BlockContinue.atIndex(skip);
    }

    @Override
    public void addLine(SourceLine line) {
        if (!opened) {
            opened = true;
            return;
        }
        var span = line.getSourceSpan();
        var spot = span == null ? directive.place() : draft.place(span.getLineIndex(), span.getColumnIndex());
        lines.add(new Source.Line(line.getContent().toString(), spot));
    }

    @Override
    public void closeBlock() {
        if (!closed) {
            draft.report(directive.place(), Rule.UNCLOSED, "The directive {" + directive.name() + "} is never closed.",
                    "End it with a line of " + String.valueOf(fence).repeat(length) + ".");
        }
        directive.setAll(new Source(lines));
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
            if (state.getIndent() >= 4 || at + 3 > line.length() || "`~:".indexOf(line.charAt(at)) < 0) {
                return BlockStart.none();
            }
            var opener = OPENER.matcher(line).region(at, line.length());
            if (!opener.matches() || opener.group(1).charAt(0) == '`' && opener.group(3).indexOf('`') >= 0 && opener.group(3).contains("```")) {
                return BlockStart.none();
            }
            var span = state.getLine().getSourceSpan();
            int base = span.getColumnIndex();
            return BlockStart.of(new DirectiveParser(draft, opener, state.getIndent(), draft.place(span.getLineIndex(), base + at), draft.place(span.getLineIndex(), base + opener.start(3))))
                    .atIndex(line.length());
        }
    }
}
