package lectern.site;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lectern new DIR} and {@code lectern new page FILE}. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "Start a book, or with \"new page FILE\" a page of one.", subcommands = NewCommand.Page.class)
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder to make; it must not hold files yet.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (folder.toString().isEmpty()) {
            System.err.println("lectern: name the folder of the new book, for instance: lectern new my-book");
            return 2;
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            System.err.println("lectern: " + folder + " is not an empty folder; nothing was written");
            return 2;
        }
        PackedFolder.copy("template", folder);
        Files.move(folder.resolve("gitignore"), folder.resolve(".gitignore")); // build tools leave dot files out of a program
        System.out.printf("A book of two pages is in %s. Write in it with:%n  java -jar lectern.jar preview %s%n", folder, folder);
        return 0;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** {@code lectern new page FILE}. */
    @Command(name = "page", mixinStandardHelpOptions = true, description = "Start a page; says which line to add to the contents.")
    static final class Page implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The page's file in the book, for instance my-book/ch01/motion.md.")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            if (!file.toString().endsWith(".md")) {
                System.err.println("lectern: a page's file ends in .md, for instance " + file + ".md");
                return 2;
            }
            Path book = file.toAbsolutePath().normalize().getParent();
            while (book != null && !Files.exists(book.resolve("myst.yml"))) {
                book = book.getParent();
            }
            if (book == null) {
                System.err.println("lectern: no folder above " + file + " has a myst.yml; start a book with: lectern new DIR");
                return 2;
            }
            String name = file.getFileName().toString().replaceFirst("\\.md$", "");
            String title = Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ').replace('_', ' ');
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                Files.writeString(file, "---\ndescription: One sentence on what this page is about.\n---\n# " + title + "\n\nBegin here.\n", StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                System.err.println("lectern: " + file + " exists already; nothing was written");
                return 2;
            }
            String path = book.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
            System.out.printf("%s begins a page. Add it to the contents in %s, under toc:%n    - file: %s%n", file, book.resolve("myst.yml"), path);
            return 0;
        }
    }
}
