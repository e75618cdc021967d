package lectern.site.book;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.search.Passage;
import lectern.site.markup.html.Face;
import lectern.site.markup.html.UsedFormula;

/**
 * One page of the book, rendered.
 *
 * @param path address without the leading slash, {@code ch03/vectors}
 * @param file path inside the book folder, {@code ch03/vectors.md}
 * @param number {@code 3.1} or {@code A.2}; empty when the page has none
 * @param title plain text; {@code titleHtml} may hold formulas
 * @param shortTitle for breadcrumbs and bars; the title when the page gives none
 * @param chapter number of the chapter, {@code 3}; empty outside chapters
 * @param chapterTitle title of the chapter; empty outside chapters
 * @param words in the running text without exercises, for the reading time
 * @param goals rendered learning goals, one a line; empty when the page states none
 * @param references works that the page cites, in the order of its list
 * @param listed whether its blocks hold that list, so that it need not follow them
 * @param widgets ids of the widgets on the page
 * @param formulas of its blocks, in order
 * @param symbols whether a formula of it holds a symbol that the book explains
 * @param kinds of its passages
 * @param computed numbers in its sentences that the kernels computed, in order
 */
public record Section(
        String path, String file, String number, String title, String titleHtml, String shortTitle, String chapter, String chapterTitle,
        String description, int words, int figures, int exercises, List<String> goals, List<Block> blocks, List<Heading> outline, List<Reference> references, boolean listed,
        Set<String> widgets, List<UsedFormula> formulas, List<Computed> computed, boolean symbols, Set<Passage.Kind> kinds, List<Passage> passages, List<Problem> problems) {
    public Section {
        goals = List.copyOf(goals);
        blocks = List.copyOf(blocks);
        outline = List.copyOf(outline);
        references = List.copyOf(references);
        widgets = Set.copyOf(widgets);
        formulas = List.copyOf(formulas);
        computed = List.copyOf(computed);
        kinds = Set.copyOf(kinds);
        passages = List.copyOf(passages);
        problems = List.copyOf(problems);
    }

    /** Minutes to read at 200 words a minute, at least one. */
    public int minutes() {
        return Math.max(1, Math.round(words / 200f));
    }

    /** The same section with other problems. */
    Section with(List<Problem> problems) {
        return new Section(path, file, number, title, titleHtml, shortTitle, chapter, chapterTitle, description, words, figures, exercises, goals, blocks, outline, references, listed, widgets, formulas, computed,
                symbols, kinds, passages, problems);
    }

    /** The same section with other goals and blocks. */
    Section with(List<String> goals, List<Block> blocks) {
        return new Section(path, file, number, title, titleHtml, shortTitle, chapter, chapterTitle, description, words, figures, exercises, goals, blocks, outline, references, listed, widgets, formulas, computed,
                symbols, kinds, passages, problems);
    }

    /** The small faces that its formulas are seen in. */
    public Set<Face> faces() {
        return blocks.stream().flatMap(block -> block.faces().stream()).collect(Collectors.toCollection(() -> EnumSet.noneOf(Face.class)));
    }

    public String url() {
        return "/" + path;
    }

    public boolean broken() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
