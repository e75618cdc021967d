package lectern.site.book;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import lectern.site.markup.Place;
import lectern.site.markup.Markdown;
import org.jspecify.annotations.Nullable;

/** The book folder. Reads a file again only when it has changed, and never one outside. */
final class Folder implements Markdown.Files {
    /** A page longer than this is taken for a mistake. */
    static final long MAX_PAGE = 1_000_000;
    /** A notebook holds the pictures that its cells drew. */
    private static final long MAX_NOTEBOOK = 32_000_000;
    private static final Set<String> SKIPPED = Set.of("_build", "node_modules", "target", "__pycache__", "venv");
    /** Endings of what a page can show, the best first. */
    private static final List<String> SHOWN = List.of("svg", "webp", "png", "avif", "gif", "jpg", "jpeg", "mp4", "webm");
    private static final long FRESH_MILLIS = 2_000;
    private static final long DOUBT_MILLIS = 1_500;

    private final Path root;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** A text that looks cut off, and is not taken unless it is saved again as it is, or, where that is in doubt, stays so for a while. */
    private record Held(long modified, String text, CutOff cutOff, long since) {}

    private record Kept(long modified, long size, long readAt, String text) {}

    /** A file cannot be read; the message and the hint are for its author. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final String hint;
        private final int line;
        private final int column;

        Unreadable(String message, String hint) {
            this(message, hint, 0, 0);
        }

        Unreadable(String message, String hint, int line, int column) {
            super(message, null, false, false);
            this.hint = hint;
            this.line = line;
            this.column = column;
        }

        /** Where in that file; the file as a whole when there is no one spot. */
        Place in(String file) {
            return new Place(file, line, column);
        }

        String hint() {
            return hint;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    Folder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    /** The file inside the folder; nothing when the path leads out of it. */
    Optional<Path> inside(String path) {
        try {
            var file = root.resolve(path).normalize();
            if (!file.startsWith(root)) {
                return Optional.empty();
            }
            return !Files.exists(file) || file.toRealPath().startsWith(root.toRealPath()) ? Optional.of(file) : Optional.empty();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    boolean exists(String path) {
        return inside(path).filter(Files::isRegularFile).isPresent();
    }

    /** Files of which the text before is still given, since what they hold now looks like half a save. */
    Set<String> held() {
        return Set.copyOf(held.keySet());
    }

    /** Whether one of them will be taken as it is when some time has passed. */
    boolean isInDoubt() {
        return held.values().stream().anyMatch(file -> file.cutOff == CutOff.PERHAPS);
    }

    /** The text of a file as it is now; of one that was cut off in the middle of a save, the text before. */
    String text(String path) throws Unreadable {
        var file = inside(path).orElseThrow(() -> new Unreadable("The path \"" + path + "\" leads out of the book folder.", "Move the file into the book folder."));
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var known = kept.get(path);
            // a file saved twice within the clock's grain looks unchanged, so a young one is read again
            boolean settled = known != null && known.readAt - known.modified / 1_000_000 > FRESH_MILLIS;
            if (known != null && settled && known.modified == modified(attributes) && known.size == attributes.size()) {
                return known.text;
            }
            long most = path.endsWith(".ipynb") ? MAX_NOTEBOOK : MAX_PAGE;
            if (attributes.size() > most) {
                throw new Unreadable("The file is larger than " + most / 1_000_000 + " MB.", "Split it into several pages.");
            }
            var bytes = Files.readAllBytes(file);
            // the time of what is written while we read is taken with it: the earlier one would make one save look like two
            var since = Files.readAttributes(file, BasicFileAttributes.class);
            var text = decode(path, bytes);
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (known != null && isHeld(path, known.text, text, modified(since))) {
                return known.text;
            }
            held.remove(path);
            kept.put(path, new Kept(modified(since), since.size(), System.currentTimeMillis(), text));
            return text;
        } catch (IOException e) {
            throw new Unreadable("The file cannot be read.", Files.exists(file) ? "Check its permissions." : "Make the file, or correct its name.");
        }
    }

    /** Nanoseconds. */
    private static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    private boolean isHeld(String path, String before, String now, long modified) {
        var cutOff = CutOff.of(before, now);
        if (cutOff == CutOff.NO) {
            return false;
        }
        var earlier = held.get(path);
        if (earlier == null || !earlier.text.equals(now)) {
            held.put(path, new Held(modified, now, cutOff, System.currentTimeMillis()));
            return true;
        }
        // the same again at a later time was saved twice: so it is meant; but every save may begin by emptying the file
        return now.isBlank() || earlier.modified == modified && (cutOff == CutOff.YES || System.currentTimeMillis() - earlier.since < DOUBT_MILLIS);
    }

    private String decode(String path, byte[] bytes) throws Unreadable {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            var good = out.flip().toString();
            int line = 1 + (int) good.chars().filter(c -> c == '\n').count();
            held.remove(path); // it was looked at while it was emptied; what it holds now is another mistake
            throw new Unreadable("The file is not UTF-8 text.", "Save it as UTF-8.", line, good.length() - good.lastIndexOf('\n'));
        }
        return out.flip().toString();
    }

    @Override
    public Included read(String from, String path) {
        var beside = beside(from, path);
        if (beside.isEmpty()) {
            return new Included(path, "", "The file \"" + path + "\" lies outside the book folder.");
        }
        if (!exists(beside.get())) {
            return new Included(beside.get(), "", "There is no file \"" + path + "\".");
        }
        try {
            return new Included(beside.get(), text(beside.get()), "");
        } catch (Unreadable e) {
            return new Included(beside.get(), "", "The file \"" + path + "\" cannot be included: " + e.getMessage());
        }
    }

    /** The path inside the folder of what a file calls {@code path}; a leading slash means the folder's root. */
    Optional<String> beside(String from, String path) {
        try {
            var parent = Path.of(from).getParent();
            var relative = path.startsWith("/") ? Path.of(path.substring(1)) : parent == null ? Path.of(path) : parent.resolve(path);
            var found = relative.normalize().toString().replace('\\', '/');
            return found.startsWith("..") || inside(found).isEmpty() ? Optional.empty() : Optional.of(found);
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The file itself, or for {@code name.*} the first of that name that a page can show; nothing when there is none. */
    Optional<String> existing(String path) {
        return path.endsWith(".*") ? SHOWN.stream().map(ending -> path.substring(0, path.length() - 1) + ending).filter(this::exists).findFirst() : Optional.of(path).filter(this::exists);
    }

    /** Markdown files in order of their names, those of a folder before its folders, index pages first. */
    List<String> pages() {
        var found = new ArrayList<String>();
        walk((name, _) -> {
            if (name.endsWith(".md") || name.endsWith(".ipynb")) {
                found.add(name);
            }
        });
        found.sort(java.util.Comparator.comparing((String f) -> f.replaceAll("[^/]+$", "")).thenComparing(f -> f.matches("(?i)(.*/)?(index|readme|intro)\\.\\w+") ? 0 : 1).thenComparing(f -> f));
        return found;
    }

    /** Shows every file but those of hidden folders and of folders that tools fill; of what cannot be listed, nothing. */
    void walk(BiConsumer<String, BasicFileAttributes> visitor) {
        try {
            var start = root.toRealPath(); // a link to a folder is not walked into
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = String.valueOf(folder.getFileName());
                    return !folder.equals(start) && (name.startsWith(".") || SKIPPED.contains(name)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    visitor.accept(start.relativize(file).toString().replace('\\', '/'), attributes);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // there is no folder, and nothing in it
        }
    }

    /** Files whose text was read, in order of their names. */
    SortedSet<String> texts() {
        return new TreeSet<>(kept.keySet());
    }

    /** The Markdown files that a pattern of the contents names. */
    List<String> matching(String pattern) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("^\\./", ""));
        return pages().stream().filter(f -> matcher.matches(Path.of(f)) || matcher.matches(Path.of(f.replaceFirst("\\.\\w+$", "")))).toList();
    }
}
