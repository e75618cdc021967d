package lectern.site.markup;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** {@code (label)=} or {@code {#label .class}} on a line of its own: names the block that follows. */
public final class Target extends CustomBlock {
    private static final Pattern FORM = Pattern.compile("\\(([^()\\n]+)\\)=\\s*");
    private final String label;
    private final String classes;

    private Target(String label, String classes) {
        this.label = label;
        this.classes = classes;
    }

    /** Style classes that the line before a block gives it. */
    public static String classes(Node block) {
        return block.getPrevious() instanceof Target target ? target.classes : "";
    }

    /** In normal form; empty when it only gives classes. */
    public String label() {
        return label;
    }

    private static final class Reader extends AbstractBlockParser {
        private final Target target;

        private Reader(Target target) {
            this.target = target;
        }

        @Override
        public Block getBlock() {
            return target;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void addLine(SourceLine line) {}
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || at >= line.length() || line.charAt(at) != '(' && line.charAt(at) != '{') {
                return BlockStart.none();
            }
            if (line.charAt(at) == '{') {
                return !matched.getParagraphLines().isEmpty() ? BlockStart.none() : Attributes.line(line.subSequence(at, line.length()).toString())
                        .map(a -> BlockStart.of(new Reader(new Target(Labels.normal(a.getOrDefault("id", "")), a.getOrDefault("class", "")))).atIndex(line.length())).orElse(BlockStart.none());
            }
            var m = FORM.matcher(line).region(at, line.length());
            return m.matches() ? BlockStart.of(new Reader(new Target(Labels.normal(m.group(1)), ""))).atIndex(line.length()) : BlockStart.none();
        }
    }
}
