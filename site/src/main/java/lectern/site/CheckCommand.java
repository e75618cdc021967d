package lectern.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lectern.site.book.Book;
import lectern.site.book.BookReader;
import lectern.site.book.Problem;
import lectern.site.book.UnreadableBook;
import lectern.site.library.Watcher;
import lectern.site.markup.shape.Verdict;
import lectern.site.web.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lectern check}: every mistake in a book, with its place. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Report every mistake in a book with file:line:column.")
final class CheckCommand implements Callable<Integer> {
    /** How the report is written. */
    enum Format { text, json }

    @Parameters(paramLabel = "BOOK", description = "The folder with myst.yml.")
    private Path book = Path.of(".");

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Option(names = "--format", paramLabel = "text|json", description = "Default text.")
    private Format format = Format.text;

    @Option(names = "--watch", description = "Report again after each save, until stopped.")
    private boolean watch;

    @Option(names = "--verbose", description = "Say on standard error how many formulas had their shapes checked, and why others had not.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var reader = new BookReader(book, CacheFolder.of(book, Optional.empty()))) {
            int code = report(problems(reader));
            if (watch && Files.isDirectory(book)) {
                try (var _ = Watcher.start(book, _ -> report(problems(reader)))) {
                    new CountDownLatch(1).await();
                }
            }
            return code;
        }
    }

    private int report(List<Problem> problems) {
        boolean fails = problems.stream().anyMatch(p -> strict || p.isError());
        switch (format) {
            case text -> {
                problems.forEach(System.out::println);
                long errors = problems.stream().filter(Problem::isError).count();
                System.err.printf("%d %s, %d %s%n", errors, errors == 1 ? "error" : "errors", problems.size() - errors, problems.size() - errors == 1 ? "warning" : "warnings");
            }
            case json -> System.out.println(Json.text(problems));
        }
        return fails ? 1 : 0;
    }

    private List<Problem> problems(BookReader reader) {
        try {
            var read = reader.read();
            if (verbose) {
                shapes(read);
            }
            return read.problems();
        } catch (UnreadableBook e) {
            return List.of(e.problem());
        }
    }

    private static void shapes(Book book) {
        int checked = 0;
        int open = 0;
        for (var formula : book.sections().stream().flatMap(s -> s.formulas().stream()).toList()) {
            switch (formula.shapes()) {
                case Verdict.Nothing _ -> { }
                case Verdict.Fits _, Verdict.Misfit _ -> checked++;
                case Verdict.NotChecked(int _, String reason) -> {
                    open++;
                    System.err.println(formula.place().file() + ":" + formula.place().line() + ":" + formula.place().column() + ": shapes not checked: " + reason);
                }
            }
        }
        System.err.println("shapes: " + checked + " checked, " + open + " not checked");
    }
}
