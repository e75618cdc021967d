package lectern.site.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pixels to paint on, and the PNG that comes of them. */
final class Sheet {
    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false); // no file for a picture of some kilobytes
    }

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
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
