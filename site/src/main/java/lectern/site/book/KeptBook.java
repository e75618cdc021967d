package lectern.site.book;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CheckedOutputStream;
import lectern.search.SearchIndex;
import lectern.site.markup.WholeFile;
import lectern.widgets.Widgets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The book as an earlier run read it, in one file, so that a start need not parse and write what it already knows: a checksum of all that the
 * book depends on, the files that it was read from, the book, a checksum of it all. Whatever is wrong with it, or has changed, the answer is to read the book.
 */
final class KeptBook {
    private static final Logger LOG = LoggerFactory.getLogger("lectern");

    private final Path file;
    private final Folder folder;
    private final Supplier<String> program;

    /**
     * @param cache where the file lies; what changes in it does not change the book
     * @param program differs when a program reads the same book otherwise
     */
    KeptBook(Path cache, Folder folder, Supplier<String> program) {
        this.file = cache.resolve("book.bin").toAbsolutePath().normalize();
        this.folder = folder;
        this.program = program;
    }

    /** Our own classes, as one number; those of libraries change with the names that the program's jar has for them. Empty where they cannot be read. */
    static String program() {
        return Program.SUM;
    }

    private static final class Program {
        static final String SUM = sum();

        private static String sum() {
            var sum = new Sum();
            for (var type : List.of(KeptBook.class, Widgets.class, SearchIndex.class)) {
                var source = type.getProtectionDomain().getCodeSource();
                try (Stream<Path> files = Files.walk(Path.of(source.getLocation().toURI()))) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        sum.add(Files.readAllBytes(file));
                    }
                } catch (IOException | URISyntaxException | RuntimeException e) {
                    LOG.debug("nothing is kept by a program that cannot be told from another", e);
                    return "";
                }
            }
            return sum.toString();
        }
    }

    /** Every file of the folder by its path, with its size and time. */
    Map<String, String> listing() {
        var files = new TreeMap<String, String>();
        var cache = file.getParent();
        folder.walk((path, attributes) -> {
            if (!folder.root().resolve(path).startsWith(cache)) {
                files.put(path, sizeAndTime(attributes));
            }
        });
        return files;
    }

    /** The book, if it is kept and nothing of what it depends on has changed. */
    Optional<Book> read() {
        try {
            if (!Files.isRegularFile(file) || program.get().isEmpty()) {
                return Optional.empty();
            }
            var all = Files.readAllBytes(file);
            int end = all.length - Long.BYTES;
            var sum = new Sum();
            sum.update(all, 0, end);
            if (sum.getValue() != ByteBuffer.wrap(all).getLong(end)) {
                return Optional.empty();
            }
            var in = new BookLoader(all, folder);
            return in.state() == state(listing(), in.texts(), in.images()) ? Optional.of(in.book()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Keeps a book, if nothing has changed since that listing was made. Where the folder cannot be written, nothing is kept. */
    void write(Book book, Map<String, String> listing) {
        try {
            var texts = folder.texts();
            var images = new TreeMap<String, String>();
            book.images().forEach((address, image) -> images.put(address, folder.root().relativize(image).toString()));
            long state = state(listing, texts, images);
            if (program.get().isEmpty() || !listing.equals(listing())) {
                return;
            }
            WholeFile.write(file, to -> {
                var sum = new Sum();
                var out = new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(to, sum), 1 << 16));
                out.writeLong(state);
                BookSaver.save(texts, images, book, out);
                out.flush();
                out.writeLong(sum.getValue());
                out.flush();
            });
        } catch (IOException e) {
            LOG.warn("book-unkept file={} error={} hint=\"it is read again at the next start; make room there, or give another folder with --cache\"", file, e.toString());
        }
    }

    /**
     * Texts count by what they hold, other files by size and time.
     *
     * @param texts that the book was read from, in order of their names; not all need be listed, for a link may lead into a hidden folder
     * @param images that it shows, by their addresses in order, likewise
     */
    private long state(Map<String, String> listing, Collection<String> texts, Map<String, String> images) throws IOException {
        var sum = new Sum().add(program.get()).add(folder.root().toString());
        for (var text : texts) {
            sum.add(text).add(Files.readAllBytes(folder.root().resolve(text))).add("");
        }
        for (var image : images.values()) {
            var file = folder.root().resolve(image);
            sum.add(image).add(Files.exists(file) ? sizeAndTime(Files.readAttributes(file, BasicFileAttributes.class)) : "");
        }
        var known = Set.copyOf(texts);
        listing.forEach((file, sizeAndTime) -> sum.add(file).add(known.contains(file) ? "" : sizeAndTime));
        return sum.getValue();
    }

    private static String sizeAndTime(BasicFileAttributes attributes) {
        return attributes.size() + " " + attributes.lastModifiedTime();
    }
}
