package lectern.site.narration.speech;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.site.book.Block;
import lectern.site.book.Book;
import lectern.site.book.Section;
import lectern.site.narration.speech.BlockText.Segment;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Writes the script of a page: its blocks into sentences, its sentences into tokens. */
public final class ScriptWriter {
    private static final Pattern ABBREVIATED = Pattern.compile("(?s).*\\b(?:e\\.g|i\\.e|cf|vs|al|Figs?|Eqs?|Sec|Ch|Dr|No|approx)\\.\\s*");
    private static final Pattern EQUATION = Pattern.compile("\\((?:[A-Z\\d]+\\.)?\\d+\\)");
    private static final Pattern YEAR = Pattern.compile("\\d{4}[a-z]?|n\\.d\\.");

    private final Function<Form, List<String>> formulas;
    private final Pronunciation pronunciation;

    private ScriptWriter(Function<Form, List<String>> formulas, Pronunciation pronunciation) {
        this.formulas = formulas;
        this.pronunciation = pronunciation;
    }

    /** The script of a page of the book. */
    public static Script write(Book book, Section section, Speakers speakers) {
        return new ScriptWriter(speakers.on(section), new Pronunciation(book.voice().say())).script(section);
    }

    private Script script(Section section) {
        var sentences = new ArrayList<Sentence>();
        int block = 0;
        // the page's head: number and title; then its goals; then its blocks, as the template puts them into main
        var number = section.number().isEmpty() ? "" : "<span class=\"no\">" + section.number() + "</span>";
        var head = Jsoup.parseBodyFragment("<div class=\"opener\">\n<h1>" + number + section.titleHtml() + "</h1>\n</div>");
        block(sentences, block++, head.body().child(0));
        if (!section.goals().isEmpty()) {
            var goals = Jsoup.parseBodyFragment("<section><h2>After this section you can</h2><ul><li>" + String.join("</li><li>", section.goals()) + "</li></ul></section>");
            block(sentences, block++, goals.body().child(0));
        }
        for (Block written : section.blocks()) {
            for (var element : Jsoup.parseBodyFragment(written.html().toString()).body().children()) {
                block(sentences, block++, element);
            }
        }
        return new Script(section.path(), sentences);
    }

    private void block(List<Sentence> sentences, int index, Element element) {
        var text = new BlockText(element);
        var late = new ArrayList<Sentence>();
        for (var segment : text.segments) {
            segment(segment.late() ? late : sentences, index, text, segment);
        }
        sentences.addAll(late);
    }

    private void segment(List<Sentence> sentences, int block, BlockText text, Segment segment) {
        var written = text.text.substring(segment.from(), segment.to()).replace(BlockText.FORMULA, 'X');
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(written);
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to < written.length() && ABBREVIATED.matcher(written.substring(from, to)).matches()) {
                continue;
            }
            boolean last = written.substring(to).isBlank();
            // what has no end yet goes on in the formula below it
            boolean ends = written.substring(from, to).strip().matches("(?s).*[.?!…]\\W*|X");
            var rest = segment.heading() ? Sentence.Rest.HEADING : last && ends ? Sentence.Rest.PARAGRAPH : Sentence.Rest.SENTENCE;
            sentence(sentences, block, text, segment.from() + from, segment.from() + to, rest);
            from = to;
        }
    }

    private void sentence(List<Sentence> sentences, int block, BlockText text, int from, int to, Sentence.Rest rest) {
        var tokens = new ArrayList<Token>();
        var before = "";
        int at = from;
        while (at < to) {
            char c = text.text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                at++;
                continue;
            }
            int end = at + 1;
            if (c != BlockText.FORMULA) {
                while (end < to && !Character.isWhitespace(text.text.charAt(end)) && text.text.charAt(end) != '\u00a0' && text.text.charAt(end) != BlockText.FORMULA) {
                    end++;
                }
            }
            var piece = text.text.substring(at, end);
            if (c == BlockText.FORMULA) {
                whole(tokens, new Place(block, at, end), text.marks, at);
            } else {
                piece(tokens, block, text, at, end, piece, before);
            }
            given(tokens, text.marks, end);
            before = piece;
            at = end;
        }
        if (!tokens.isEmpty()) {
            var shown = shown(text, from, to, tokens);
            sentences.add(new Sentence(tokens, shown, shown.endsWith("?"), rest));
        }
    }

    private void piece(List<Token> tokens, int block, BlockText text, int at, int end, String piece, String before) {
        if (text.isIn(text.cited, at) && YEAR.matcher(piece.replaceAll("[(),;.:]", "")).matches()) {
            pause(tokens, MathSpeaker.PAUSE);
            return;
        }
        var said = new Said();
        if (text.isIn(text.linked, at) && EQUATION.matcher(piece.replaceAll("[.,;:]$", "")).matches()) {
            said.say("equation").all(pronunciation.words(piece.replaceAll("[()]", ""), "equation").words());
        } else {
            if (piece.startsWith("(") || piece.startsWith("[")) {
                pause(tokens, MathSpeaker.PAUSE);
            }
            said.all(pronunciation.words(piece, before).words());
        }
        if (said.words().stream().allMatch(MathSpeaker::isPause)) {
            if (piece.matches(".*[–—;:,)·].*")) {
                pause(tokens, MathSpeaker.PAUSE);
            }
            return;
        }
        int from = at;
        int to = end;
        while (to > from + 1 && ",.;:!?)]”\"".indexOf(text.text.charAt(to - 1)) >= 0) {
            to--;
        }
        while (from + 1 < to && "([“\"".indexOf(text.text.charAt(from)) >= 0) {
            from++;
        }
        boolean spelled = said.words().stream().anyMatch(word -> word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !piece.equals("I"));
        tokens.add(new Token(new Place(block, from, to), spelled, said.words()));
    }

    /** Something that counts as one character: a formula, a quantity, a picture. */
    private void whole(List<Token> tokens, Place place, List<BlockText.Mark> marks, int at) {
        var element = marks.stream().filter(mark -> mark.at() == at && !mark.element().hasAttr("data-say")).findFirst().orElseThrow().element();
        if (element.hasClass("katex")) {
            var words = formulas.apply(Form.read(element));
            if (!words.isEmpty()) {
                tokens.add(new Token(place, true, words));
            }
            return;
        }
        var said = new Said();
        var before = "";
        for (var piece : (element.normalName().equals("img") ? element.attr("alt") : element.text()).split("\\s+")) {
            said.all(pronunciation.words(piece, before).words());
            before = piece;
        }
        if (!said.words().isEmpty()) {
            tokens.add(new Token(place, false, said.finished()));
        }
    }

    /** What the author gave as the spoken form of the token before. */
    private static void given(List<Token> tokens, List<BlockText.Mark> marks, int at) {
        for (var mark : marks) {
            if (mark.at() == at && mark.element().hasAttr("data-say") && !tokens.isEmpty()) {
                var last = tokens.removeLast();
                tokens.add(new Token(last.place(), true, new Said().say(mark.element().attr("data-say")).words()));
            }
        }
    }

    private static void pause(List<Token> tokens, String pause) {
        if (!tokens.isEmpty()) {
            var last = tokens.removeLast();
            var said = new Said().all(last.said());
            said.pause(pause);
            tokens.add(new Token(last.place(), last.spelled(), said.words()));
        }
    }

    private static String shown(BlockText text, int from, int to, List<Token> tokens) {
        var shown = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = text.text.charAt(i);
            int at = i;
            shown.append(c != BlockText.FORMULA ? String.valueOf(c)
                    : tokens.stream().filter(t -> t.place().from() == at).map(t -> MathSpeaker.line(t.said())).findFirst().orElse(""));
        }
        return shown.toString().replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /** Lines for reading: what is on the page, and what is said. */
    public static Stream<String> lines(Script script) {
        return script.sentences().stream().map(sentence -> sentence.place() + "  " + sentence.spoken());
    }
}
