package lectern.site.markup.html;

import java.util.Optional;
import lectern.site.markup.Kind;

/** What a page may ask about the rest of the book. Equal questions get equal answers as long as the book does not change. */
public interface Facts {
    /** What the book knows of a part of a block of this page. */
    Own own(int block, int ordinal);

    /** What a label stands for, seen from this page. */
    Optional<Referent> label(String label);

    /** The page at a path inside the book folder, without {@code .md}. */
    Optional<Referent> page(String path);

    /** The part of a page with this anchor. */
    Optional<Referent> anchor(String path, String anchor);

    Optional<Work> work(String key);

    /** A picture by its path, seen from the given file. */
    Optional<Picture> picture(String file, String path);

    Optional<Bench> bench(String label);

    /**
     * What a label names, as HTML that may stand in another place too; nothing when there is no such thing, or copies are nested too deeply or grow too long.
     *
     * @param code whether of a notebook's cell its code is wanted
     * @param outputs whether of a notebook's cell what it wrote and drew is wanted
     */
    Optional<String> copy(String label, boolean code, boolean outputs);

    /** The pages below this one in the contents; below the first page, all others. */
    java.util.List<Referent> below();

    /** "Did you mean …?" for a name that was not found; empty when none is near. */
    String didYouMean(Named kind, String name);

    /** What can be named wrongly. */
    enum Named { LABEL, PAGE, WORK, PICTURE, BENCH, TERM }

    /**
     * What a block knows of one of its parts.
     *
     * @param number {@code 3.1}, or for notes their count on the page; empty when it has none
     * @param id element id; empty when it has none
     * @param again how often the same work or footnote was cited on the page before
     */
    record Own(String number, String id, int again) {}

    /**
     * What a reference leads to.
     *
     * @param number {@code 3.1}; empty when it has none
     * @param word "Section", "Figure", "Equation", or the book's own form, "Fig. %s"
     * @param url from the root, with the anchor; empty when the book does not contain it yet
     * @param titleHtml its title or caption; may be empty
     * @param title the same in plain words
     */
    record Referent(Kind kind, String number, String word, String url, String titleHtml, String title) {
        public boolean planned() {
            return url.isEmpty();
        }

        /** "Figure 3.1", or as the book's own form for it says. */
        public String name() {
            return word.contains("%s") ? word.replace("%s", number) : (word + " " + number).strip();
        }
    }

    /**
     * A cited work.
     *
     * @param authors "Black et al."
     * @param year with the letter that tells works of one year apart
     * @param number place in the list of a numeric style; empty for author-year
     * @param title in plain words
     */
    record Work(String key, String authors, String year, String number, String title) {}

    /** A picture of the book: its address and its size in pixels, 0 when unknown. */
    record Picture(String url, int width, int height) {}

    /** A widget that stands on a page: which one, the state it starts in, and where. */
    record Bench(String widget, String state, String url) {}
}
