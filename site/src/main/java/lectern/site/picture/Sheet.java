package lectern.site.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import javax.imageio.ImageIO;

/** Pixels to paint on, and the PNG that comes of them. */
final class Sheet {
    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false); // no file for a picture of some kilobytes
    }

    /** What is left of a colour to tell it from another: five bits of each part. */
    private static final int ALIKE = 0xf8f8f8;

    private final BufferedImage image;
    private final Graphics2D on;

    Sheet(int width, int height, Color ground) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        on = image.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        box(0, 0, width, height, ground);
    }

    void box(double x, double y, double width, double height, Color colour) {
        on.setColor(colour);
        on.fill(new Rectangle2D.Double(x, y, width, height));
    }

    /** A line of text from x, on the baseline y. */
    void text(Outlines face, String text, double size, double x, double y, Color colour) {
        on.setColor(colour);
        on.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(face.line(text, size)));
    }

    void drawing(String svg, double x, double y, double width, double height) {
        Drawing.of(svg).paint(on, new Rectangle2D.Double(x, y, width, height));
    }

    byte[] png() {
        on.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(indexed(), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The same picture with a byte for a pixel, which is a third of the work to pack. Colours that nobody tells apart, steps of an edge's shade, become
     * the first of them; where that leaves too many, all stay.
     */
    private BufferedImage indexed() {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] places = new byte[pixels.length];
        var colours = new HashMap<Integer, Integer>();
        var exact = new ArrayList<Integer>();
        for (int i = 0; i < pixels.length; i++) {
            if (i > 0 && pixels[i] == pixels[i - 1]) {
                places[i] = places[i - 1];
                continue;
            }
            Integer place = colours.putIfAbsent(pixels[i] & ALIKE, exact.size());
            if (place == null) {
                place = exact.size();
                exact.add(pixels[i]);
                if (exact.size() > 256) {
                    return image;
                }
            }
            places[i] = (byte) (int) place;
        }
        int[] palette = exact.stream().mapToInt(Integer::intValue).toArray();
        var small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        small.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), places);
        return small;
    }
}
