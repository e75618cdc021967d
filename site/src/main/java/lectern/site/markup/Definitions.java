package lectern.site.markup;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Definition lists: a term on one line, {@code : its meaning} on the next. */
public final class Definitions {
    private Definitions() {}

    /** A glossary in Sphinx's form, terms at the margin and meanings indented, in the form that is read here; another one as it is. */
    static Source ofIndented(Source glossary) {
        if (glossary.lines().stream().anyMatch(l -> l.text().startsWith(": ") || l.text().startsWith("```") || l.text().startsWith(":::"))) {
            return glossary;
        }
        var lines = new java.util.ArrayList<Source.Line>();
        int indent = 0;
        for (var line : glossary.lines()) {
            int own = line.text().length() - line.text().stripLeading().length();
            boolean meaning = own > 0 && !line.text().isBlank();
            var text = !meaning ? line.text() : (indent == 0 ? ": " : "  ") + line.text().substring(Math.min(own, indent == 0 ? own : indent));
            var place = line.place();
            lines.add(!meaning ? line : new Source.Line(text, new Place(place.file(), place.line(), Math.max(1, place.column() + Math.min(own, indent == 0 ? own : indent) - 2))));
            indent = !meaning ? line.text().isBlank() ? indent : 0 : indent == 0 ? own : indent;
        }
        return new Source(lines);
    }

    /** The list: terms and meanings in order. */
    public static final class List extends CustomBlock {}

    /** A term; its children are inlines. */
    public static final class Term extends CustomBlock {}

    /** A meaning; its children are blocks. */
    public static final class Meaning extends CustomBlock {}

    private static final class ListReader extends AbstractBlockParser {
        private final List list = new List();

        @Override
        public Block getBlock() {
            return list;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return child instanceof Term || child instanceof Meaning;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.atIndex(state.getIndex());
        }
    }

    private static final class TermReader extends AbstractBlockParser {
        private final Term term = new Term();
        private final SourceLines lines;

        private TermReader(SourceLines lines) {
            this.lines = lines;
            term.setSourceSpans(lines.getSourceSpans());
        }

        @Override
        public Block getBlock() {
            return term;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void parseInlines(InlineParser parser) {
            parser.parse(lines, term);
        }
    }

    private static final class MeaningReader extends AbstractBlockParser {
        private final Meaning meaning = new Meaning();
        private final int indent;

        private MeaningReader(int indent) {
            this.indent = indent;
        }

        @Override
        public Block getBlock() {
            return meaning;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return !(child instanceof Term || child instanceof Meaning);
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return meaning.getFirstChild() == null ? BlockContinue.none() : BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= indent ? BlockContinue.atColumn(state.getColumn() + indent) : BlockContinue.none();
        }
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || at + 1 >= line.length() || line.charAt(at) != ':' || line.charAt(at + 1) != ' ' && line.charAt(at + 1) != '\t') {
                return BlockStart.none();
            }
            int text = at + 1;
            while (text < line.length() && (line.charAt(text) == ' ' || line.charAt(text) == '\t')) {
                text++;
            }
            int width = text - at > 5 ? 2 : text - at;
            var meaning = new MeaningReader(state.getIndent() + width);
            var term = matched.getParagraphLines();
            if (matched.getMatchedBlockParser() instanceof ListReader) {
                return BlockStart.of(meaning).atIndex(at + width);
            }
            if (term.getLines().size() != 1) {
                return BlockStart.none();
            }
            return BlockStart.of(new ListReader(), new TermReader(term), meaning).atIndex(at + width).replaceParagraphLines(1);
        }
    }
}
