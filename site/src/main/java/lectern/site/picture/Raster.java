package lectern.site.picture;

import java.util.ArrayList;
import java.util.List;

/** The PNG pictures of a book: of a drawing alone, and the cards by which other sites show one of its pages. */
public final class Raster {
    /** What Open Graph and Twitter show largest. */
    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    private static final int EDGE = 80;
    private static final double FOOT = 548;

    /** Sizes that a title is tried in, and the lines it may take in each. */
    private static final double[] SIZES = {84, 72, 60, 50, 42};
    private static final int[] LINES = {3, 4, 4, 5, 6};

    private Raster() {}

    /** A drawing of ours, two pixels for each of its units. */
    public static byte[] drawing(String svg) {
        var drawing = Drawing.of(svg);
        int width = (int) Math.ceil(2 * drawing.width());
        int height = (int) Math.ceil(2 * drawing.height());
        var sheet = new Sheet(width, height, Drawing.PAPER.get("raise"));
        sheet.drawing(svg, 0, 0, width, height);
        return sheet.png();
    }

    /**
     * The card of a page of the book.
     *
     * @param number of the section; may be empty
     * @param over what stands above the title, such as the chapter; may be empty
     * @param mark the section's drawing as SVG; may be empty
     */
    public static byte[] page(String number, String title, String over, String book, String mark) {
        var sheet = sheet(book);
        double width = mark.isEmpty() ? WIDTH - 2 * EDGE : 620;
        double y = EDGE + 34;
        if (!number.isEmpty()) {
            sheet.text(Outlines.NUMBER, number, 56, EDGE, y, Drawing.PAPER.get("ink-2"));
        }
        if (!over.isEmpty()) {
            double beside = number.isEmpty() ? 0 : Outlines.NUMBER.width(number, 56) + 24;
            sheet.text(Outlines.ROMAN, fitting(over, 30, width - beside), 30, EDGE + beside, y, Drawing.PAPER.get("ink-2"));
        }
        title(sheet, title, y + 24, width);
        if (!mark.isEmpty()) {
            sheet.drawing(mark, 716, 120, 420, 330);
        }
        return sheet.png();
    }

    /** The card of the whole book. @param art its cover's drawing */
    public static byte[] cover(String title, String description, String art) {
        var sheet = new Sheet(WIDTH, HEIGHT, Drawing.PAPER.get("paper"));
        sheet.drawing(art, EDGE, 30, WIDTH - 2 * EDGE, 370);
        double size = 84;
        while (size > 40 && Outlines.ROMAN.width(title, size) > WIDTH - 2 * EDGE) {
            size -= 4;
        }
        sheet.text(Outlines.ROMAN, fitting(title, size, WIDTH - 2 * EDGE), size, EDGE, 500, Drawing.PAPER.get("ink"));
        sheet.text(Outlines.ROMAN, fitting(description, 30, WIDTH - 2 * EDGE), 30, EDGE, 562, Drawing.PAPER.get("ink-2"));
        return sheet.png();
    }

    /** The card of a widget in a state. @param question that it asks; may be empty */
    public static byte[] widget(String title, String question, String book, String figure) {
        var sheet = sheet(book);
        sheet.box(600, 0, WIDTH - 600, FOOT - 28, Drawing.PAPER.get("raise"));
        sheet.drawing(figure, 620, 16, WIDTH - 640, FOOT - 60);
        double y = title(sheet, title, EDGE, 480);
        for (String line : lines(question, 30, 480).stream().limit(6).toList()) {
            y += 42;
            if (y < FOOT - 48) {
                sheet.text(Outlines.ROMAN, line, 30, EDGE, y, Drawing.PAPER.get("ink-2"));
            }
        }
        return sheet.png();
    }

    /** An empty card with the book's name at its foot, below a hairline. */
    private static Sheet sheet(String book) {
        var sheet = new Sheet(WIDTH, HEIGHT, Drawing.PAPER.get("paper"));
        sheet.box(0, FOOT - 28, WIDTH, 2, Drawing.PAPER.get("line-2"));
        sheet.text(Outlines.ROMAN, fitting(book, 32, WIDTH - 2 * EDGE), 32, EDGE, FOOT + 34, Drawing.PAPER.get("ink"));
        return sheet;
    }

    /** Sets a title below y, as large as it fits; returns where it ends. */
    private static double title(Sheet sheet, String title, double y, double width) {
        int at = 0;
        while (at + 1 < SIZES.length && !fits(lines(title, SIZES[at], width), at, width)) {
            at++;
        }
        var lines = lines(title, SIZES[at], width);
        double size = SIZES[at];
        double bottom = y;
        for (String line : lines.subList(0, Math.min(lines.size(), LINES[at]))) {
            bottom += size * 1.08;
            sheet.text(Outlines.ROMAN, fitting(line, size, width), size, EDGE, bottom, Drawing.PAPER.get("ink"));
        }
        return bottom + 20;
    }

    private static boolean fits(List<String> lines, int at, double width) {
        return lines.size() <= LINES[at] && lines.stream().allMatch(line -> Outlines.ROMAN.width(line, SIZES[at]) <= width);
    }

    /** The text in lines of this width; a longer word stands alone. */
    private static List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Outlines.ROMAN.width(longer, size) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The text, cut at a word where it is wider. */
    private static String fitting(String text, double size, double width) {
        String cut = text.strip();
        while (Outlines.ROMAN.width(cut, size) > width && cut.length() > 2) {
            int space = cut.lastIndexOf(' ', cut.length() - 2);
            cut = cut.substring(0, space > 0 ? space : cut.length() - 2).replaceFirst("…$", "") + "…";
        }
        return cut;
    }
}
