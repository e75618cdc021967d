package lectern.site.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import lectern.site.markup.html.Facts;

/** The pictures and other files that pages show, with sizes read from them. */
final class Pictures {
    private static final Pattern VIEW_BOX = Pattern.compile("viewBox\\s*=\\s*[\"']\\s*[-\\d.e]+[\\s,]+[-\\d.e]+[\\s,]+([\\d.]+)[\\s,]+([\\d.]+)");
    private static final Pattern WIDTH = Pattern.compile("<svg[^<>]*?\\swidth\\s*=\\s*[\"']([\\d.]+)(?:px)?[\"']");
    private static final Pattern HEIGHT = Pattern.compile("<svg[^<>]*?\\sheight\\s*=\\s*[\"']([\\d.]+)(?:px)?[\"']");

    private final Folder folder;
    private final Map<String, Path> used = new ConcurrentHashMap<>();
    private final Map<String, Sized> sizes = new ConcurrentHashMap<>();

    private record Sized(long modified, int width, int height) {}

    Pictures(Folder folder) {
        this.folder = folder;
    }

    /** Files by their address below the root. */
    Map<String, Path> used() {
        return used;
    }

    Collection<String> known() {
        return used.keySet();
    }

    String keep(String file) {
        folder.inside(file).ifPresent(path -> used.put(file, path));
        return file;
    }

    Facts.Picture picture(String file) {
        var path = folder.inside(file).orElseThrow();
        used.put(file, path);
        try {
            long modified = Files.getLastModifiedTime(path).toMillis();
            var known = sizes.get(file);
            if (known == null || known.modified != modified) {
                int[] size = size(path);
                known = new Sized(modified, size[0], size[1]);
                sizes.put(file, known);
            }
            return new Facts.Picture("/" + file.replace(" ", "%20"), known.width, known.height);
        } catch (IOException e) {
            return new Facts.Picture("/" + file.replace(" ", "%20"), 0, 0);
        }
    }

    private static int[] size(Path path) throws IOException {
        if (path.toString().endsWith(".svg")) {
            try (var in = Files.newInputStream(path)) {
                return svg(new String(in.readNBytes(4_000), StandardCharsets.UTF_8));
            }
        }
        try (var in = ImageIO.createImageInputStream(path.toFile())) {
            if (in == null) {
                return new int[2];
            }
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new int[2];
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return new int[] {reader.getWidth(0), reader.getHeight(0)};
            } finally {
                reader.dispose();
            }
        }
    }

    private static int[] svg(String head) {
        var width = WIDTH.matcher(head);
        var height = HEIGHT.matcher(head);
        if (width.find() && height.find()) {
            return new int[] {(int) Math.round(Double.parseDouble(width.group(1))), (int) Math.round(Double.parseDouble(height.group(1)))};
        }
        var box = VIEW_BOX.matcher(head);
        return box.find() ? new int[] {(int) Math.round(Double.parseDouble(box.group(1))), (int) Math.round(Double.parseDouble(box.group(2)))} : new int[2];
    }
}
