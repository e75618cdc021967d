package lectern.site.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A book for measuring: ten pages a chapter, each of 1,000 words, 30 formulas in three parts, and 20 references to equations anywhere in the book. */
public final class GeneratedBook {
    private static final String[] WORDS = "the arm turns a joint and its hand follows where matrix vector gradient policy image torque of in to by with small step large error loss".split(" ");
    private static final int FORMULAS = 30;
    private static final int WORDS_BETWEEN = 33;

    private GeneratedBook() {}

    /** @param different after so many pages the formulas are those of the first pages again, so that the book is read sooner */
    public static Path write(Path folder, int pages, int different) throws IOException {
        var random = new Random(7);
        var toc = new StringBuilder("project:\n  title: Benchmark\n  toc:\n");
        for (int p = 0; p < pages; p++) {
            if (p % 10 == 0) {
                toc.append("    - title: Chapter ").append(p / 10).append("\n      children:\n");
            }
            toc.append("        - file: ").append(file(p)).append('\n');
            Files.createDirectories(folder.resolve(file(p)).getParent());
            Files.writeString(folder.resolve(file(p)), page(p, pages, different, random));
        }
        toc.append("lectern:\n  numbers: {").append(IntStream.range(0, (pages + 9) / 10).mapToObj(c -> String.format("c%02d: %d", c, c + 1)).collect(Collectors.joining(", "))).append("}\n");
        Files.writeString(folder.resolve("myst.yml"), toc);
        return folder;
    }

    /** The file of a page, counted from 0. */
    public static String file(int page) {
        return String.format("c%02d/p%03d.md", page / 10, page);
    }

    private static String page(int page, int pages, int different, Random random) {
        var text = new StringBuilder("# Page " + page + "\n\nthe arm\n\n");
        int p = page % different;
        for (int f = 0; f < FORMULAS; f++) {
            if (f % 10 == 0) {
                text.append("## Part ").append(f).append("\n\n");
            }
            text.append(random.ints(WORDS_BETWEEN, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "))).append(' ');
            text.append(f % 3 == 0
                    ? String.format("%n%n$$%nx_{%d} = \\frac{\\partial f_{%d}}{\\partial q} \\begin{pmatrix} a & b \\\\ c & %d \\end{pmatrix} + \\sqrt{%d}%n$$ (eq-%d-%d)%n%n", p, f, p, f, page, f)
                    : String.format("$y_{%d} + \\dot q_{%d}^2$ and [](#eq-%d-0).%n%n", p, f, random.nextInt(pages)));
        }
        return text.toString();
    }
}
