package lectern.site.book;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that want time: a piece of each kind that our syntax gives a meaning, again and again. */
final class HostileTexts {
    private static final int MOST = 256_000;
    private static final int TIMES = 100_000;

    private static final List<String> MARKDOWN = List.of("![[]()", "*", "> ", "$", "$$", "$ ", "$a$ ", "{a}`", "{a}``", "{a}`b` ", "{{", "{{ a }}", "}}", "@", "@a ", "@a", "[@a] ", "[", "[^a]", "[^a]: b\n\n", "(a)=\n", ":::{note}\n", "```{note}\n", ":::", "::: {a}\n:::\n",
                "- ", "a\n: b\n", "%\n", "+++\n", "<b>", "</b>", "<", "`a", "``", "[a](", "\\", "\\(", "$\\frac", "\\begin{align}\n", "| a ", "a|b\n-|-\n", "_a", "**a", "# a\n", "## a\n\nb\n\n",
                "(a)=\n# a\n", "$$\na\n$$\n", "$$a$$ (b)\n\n", "{eq}`a` ", "{sub}`a` ", "{cite}`a` ", "{say}`a` ", "{scrub}`a.b` ", "{state}`a <b>` ", "{compute}`a` ", "<!--", "---\n", "a\\\n", "[a]: b\n", ">", "1. ", "&", "x ",
                "(a)=\n```{embed} #a\n```\n\n", "# a\n\n![](#a)\n\n", "+++ {\"label\": \"a\"}\n", "{a .b}`c` ", "{a .b", "```{csv-table}\na,\"b\n```\n", "```{panels}\na\n---\nb\n```\n", "[a](xref:b#c) ", "{cite:p}`{a}b{c}` ");

    private static final List<String> RESTRUCTURED = List.of(".. a::\n", ".. a::\n   ", "``a", "`a <", "`a`_ ", ":a:`b` ", ":a-", "`", "[a]_ ", "a\n==\n\n", "a\n b\n", "a::\n\n b\n\n", "- a\n", "- a\n\n  - ", "==== ===\n", "==== ===\na    b\n", "+-+\n", "+-+\n|a|\n", "== ", "+-", ".. _a:\n", "|a| ", " a\n");

    private HostileTexts() {}

    /** Each by its name. */
    static Map<String, String> all() {
        var texts = new LinkedHashMap<String, String>();
        MARKDOWN.forEach(piece -> texts.put(name(piece), repeated(piece)));
        RESTRUCTURED.forEach(piece -> texts.put("rst " + name(piece), "````````````{eval-rst}\n" + repeated(piece) + "\n````````````\n"));
        return texts;
    }

    private static String name(String piece) {
        return piece.replace("\n", "⏎");
    }

    private static String repeated(String piece) {
        return piece.repeat(Math.min(TIMES, MOST / piece.length()));
    }

    /** Reads each as a book, and says for each what it cost. @param arguments a folder for the books */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int number = 0;
        for (var text : all().entrySet()) {
            long before = machine.getProcessCpuTime();
            var book = Books.read(Books.page(Path.of(arguments[0], "b" + number++), text.getValue()));
            out.println((machine.getProcessCpuTime() - before) / 1e9 + " CPU s, " + book.sections().size() + " page: " + text.getKey());
        }
    }
}
