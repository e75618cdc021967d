package lectern.site.markup;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** What is for the author only: a comment ({@code % …}) or a block break ({@code +++}). It is not shown. */
public final class Remark extends CustomBlock {
    private static final Pattern LABEL = Pattern.compile("[{,]\\s*[\"']?label[\"']?\\s*:\\s*[\"']?([^\"',{}]+)");

    private final StringBuilder text = new StringBuilder();
    private final boolean comment;

    private Remark(boolean comment) {
        this.comment = comment;
    }

    public boolean isComment() {
        return comment;
    }

    public String text() {
        return text.toString();
    }

    /** The label in normal form that a block break gives to the blocks up to the next, {@code +++ {"label": "name"}}; empty when it gives none. */
    public String label() {
        var found = LABEL.matcher(text);
        return !comment && found.find() ? Labels.normal(found.group(1)) : "";
    }

    private static final class Reader extends AbstractBlockParser {
        private final Remark remark;

        private Reader(Remark remark) {
            this.remark = remark;
        }

        @Override
        public Block getBlock() {
            return remark;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            var line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            boolean more = remark.comment && state.getIndent() < 4 && at < line.length() && line.charAt(at) == '%';
            return more ? BlockContinue.atIndex(at + 1) : BlockContinue.none();
        }

        @Override
        public void addLine(SourceLine line) {
            remark.text.append(remark.text.isEmpty() ? "" : "\n").append(line.getContent().toString().strip());
        }
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || at >= line.length()) {
                return BlockStart.none();
            }
            if (line.charAt(at) == '%') {
                return BlockStart.of(new Reader(new Remark(true))).atIndex(at + 1);
            }
            var rest = line.subSequence(at, line.length()).toString();
            return rest.startsWith("+++") && (rest.length() == 3 || !Character.isLetterOrDigit(rest.charAt(3)))
                    ? BlockStart.of(new Reader(new Remark(false))).atIndex(at + 3) : BlockStart.none();
        }
    }
}
