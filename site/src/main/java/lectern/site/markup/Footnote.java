package lectern.site.markup;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
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

    private static final class MarkReader implements InlineContentParser {
        @Override
        public ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            scanner.next();
            if (!scanner.next('^')) {
                return ParsedInline.none();
            }
            var from = scanner.position();
            int length = scanner.match(c -> c != ']' && c != '[' && !Character.isWhitespace(c));
            var label = scanner.getSource(from, scanner.position()).getContent();
            return length == 0 || !scanner.next(']') ? ParsedInline.none() : ParsedInline.of(new Mark(Labels.normal(label)), scanner.position());
        }
    }

    static final class MarkFactory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('[');
        }

        @Override
        public InlineContentParser create() {
            return new MarkReader();
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
