package lectern.site.markup;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Footnotes: {@code [^label]} in a sentence and {@code [^label]: text} below. */
public final class Footnote {
    private static final Pattern START = Pattern.compile("\\[\\^([^\\]\\s]+)\\]:[ \\t]*");

    private Footnote() {}

    /** The mark in the sentence. */
    public static final class Mark extends CustomNode {
        private final String label;

        private Mark(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The note's text; its children are blocks. */
    public static final class Text extends CustomBlock {
        private final String label;

        private Text(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static final class MarkProcessor implements LinkProcessor {
        @Override
        public LinkResult process(LinkInfo info, Scanner scanner, InlineParserContext context) {
            var text = info.text(scanner);
            boolean mark = text.length() > 1 && text.charAt(0) == '^' && !text.contains(" ") && info.destination() == null && info.label() == null && info.marker() == null;
            return mark ? LinkResult.replaceWith(new Mark(Labels.normal(text.substring(1))), info.afterTextBracket()) : LinkResult.none();
        }
    }

    private static final class TextReader extends AbstractBlockParser {
        private final Text text;

        private TextReader(Text text) {
            this.text = text;
        }

        @Override
        public Block getBlock() {
            return text;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return !(child instanceof Text);
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= 4 ? BlockContinue.atColumn(state.getColumn() + 4) : BlockContinue.none();
        }
    }

    static final class TextFactory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || at + 1 >= line.length() || line.charAt(at) != '[' || line.charAt(at + 1) != '^') {
                return BlockStart.none();
            }
            var m = START.matcher(line).region(at, line.length());
            return m.lookingAt() ? BlockStart.of(new TextReader(new Text(Labels.normal(m.group(1))))).atIndex(m.end()) : BlockStart.none();
        }
    }
}
