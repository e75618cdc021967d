package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A reading under way: the text being read now, how deep it is nested, and the mistakes found so far. */
final class Draft {
    static final int MAX_DEPTH = 20;

    /** More paragraphs, headings and cells than a page of the largest size has: each costs a hundred times the two letters that can make one. */
    static final int MAX_TEXTS = 20_000;

    private final Source source;
    private final Markdown.Files files;
    private final Map<String, String> substitutions;
    private final List<Mistake> mistakes;
    private final List<String> including;
    private final int depth;

    /** Texts of the page so far, over all its parts. */
    private final AtomicInteger texts;

    /** The page has too many texts to be read. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooMany() {
            super("more than " + MAX_TEXTS + " texts", null, false, false);
        }
    }

    private Draft(Source source, Markdown.Files files, Map<String, String> substitutions, List<Mistake> mistakes, List<String> including, int depth, AtomicInteger texts) {
        this.source = source;
        this.files = files;
        this.substitutions = substitutions;
        this.mistakes = mistakes;
        this.including = including;
        this.depth = depth;
        this.texts = texts;
    }

    static Draft of(Source source, String file, Markdown.Files files, Map<String, String> substitutions) {
        return new Draft(source, files, substitutions, new ArrayList<>(), List.of(file), 0, new AtomicInteger());
    }

    /** The reading of a part of this text. */
    Draft inside(Source part) {
        return new Draft(part, files, substitutions, mistakes, including, depth + 1, texts);
    }

    /** The reading of a file that this text includes. */
    Draft including(String file, Source text) {
        var chain = new ArrayList<>(including);
        chain.add(file);
        return new Draft(text, files, substitutions, mistakes, chain, depth + 1, texts);
    }

    Place place(int line, int column) {
        return source.place(line, column);
    }

    void report(Place place, Rule rule, String message, String hint) {
        mistakes.add(new Mistake(place, rule, message, hint));
    }

    /** Counts a text that is about to be read. @throws TooMany if there were enough */
    void countText() {
        if (texts.incrementAndGet() > MAX_TEXTS) {
            throw new TooMany();
        }
    }

    Source source() {
        return source;
    }

    Markdown.Files files() {
        return files;
    }

    Map<String, String> substitutions() {
        return substitutions;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    List<String> including() {
        return including;
    }

    boolean tooDeep() {
        return depth >= MAX_DEPTH;
    }

    int depth() {
        return depth;
    }
}
