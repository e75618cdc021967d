package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lectern.site.Settings;
import lectern.site.browser.ServedBook;
import lectern.site.picture.Raster;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other sites show of a page: tags with absolute addresses, and the pictures they name. */
class SocialPicturesTest {
    private static final String BASE = "https://book.example";
    private static final int PAPER = 0xfffbf9f4;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ServedBook book;

    @BeforeAll
    static void serve() throws Exception {
        book = ServedBook.serve(ServedBook.SHIPPED, Settings.read(null, Map.of(), Map.of("port", "0", "baseUrl", BASE)));
    }

    @AfterAll
    static void stop() throws IOException {
        book.close();
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(book.url(path))).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Document page(String path) throws Exception {
        return Jsoup.parse(new ByteArrayInputStream(get(path).body()), "UTF-8", "");
    }

    private static String tag(Document page, String property) {
        return page.select("meta[property=" + property + "]").attr("content");
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** How much of a part of a picture is not paper. */
    private static double ink(BufferedImage picture, int x, int y, int width, int height) {
        return Arrays.stream(picture.getRGB(x, y, width, height, null, 0, width)).filter(pixel -> pixel != PAPER).count() / (double) (width * height);
    }

    @Test
    void everyPageNamesItsTitleAddressAndPictureAndThePictureIsThere() throws Exception {
        for (String path : List.of("/", "/ch03/vectors", "/appendix-a/matrices", "/widgets/two-link?q=0.3,1", "/embed/two-link?q=0.3,1")) {
            Document page = page(path);
            assertFalse(tag(page, "og:title").isEmpty(), path);
            assertEquals("article", tag(page, "og:type"), path);
            assertEquals(BASE + path.replace("/embed/", "/widgets/"), tag(page, "og:url"), path);
            assertEquals("summary_large_image", page.select("meta[name=twitter:card]").attr("content"), path);
            String image = tag(page, "og:image");
            assertTrue(image.startsWith(BASE + "/social"), image);
            var answer = get(image.substring(BASE.length()));
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("image/png"), image);
            assertEquals("cross-origin", answer.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""), image);
            BufferedImage drawn = picture(answer.body());
            assertEquals(Raster.WIDTH + " x " + Raster.HEIGHT, drawn.getWidth() + " x " + drawn.getHeight(), image);
            assertTrue(answer.body().length < 150_000, image + ": " + answer.body().length + " bytes");
        }
    }

    @Test
    void thePictureShowsMarkTitleAndNameOfTheBook() throws Exception {
        BufferedImage card = picture(get("/social/ch03/vectors.png").body());
        assertEquals(PAPER, card.getRGB(10, 10));
        assertTrue(ink(card, 80, 60, 90, 60) > .1, "the number");
        assertTrue(ink(card, 80, 150, 560, 180) > .08, "the title");
        assertTrue(ink(card, 716, 160, 420, 250) > .02, "the mark");
        assertTrue(ink(card, 80, 552, 240, 40) > .05, "the name of the book");
    }

    @Test
    void anotherStateIsAnotherPictureAndTheSameStateTheSameBytes() throws Exception {
        byte[] usual = get("/social/widgets/two-link.png").body();
        assertFalse(Arrays.equals(usual, get("/social/widgets/two-link.png?q=0.3,0.1").body()));
        assertArrayEquals(usual, SocialPictures.widget(book.library.snapshot().book(), "two-link", ""));
        assertNotEquals(get("/figures/two-link.png").body().length, get("/figures/two-link.png?q=0.3,0.1").body().length);
        assertEquals(2 * 520, picture(get("/figures/two-link.png").body()).getWidth());
    }

    @Test
    void everyWidgetsFigureIsPaintedWhole() throws Exception {
        for (String id : lectern.widgets.Widgets.ids()) {
            BufferedImage figure = picture(Raster.drawing(lectern.widgets.Widgets.figure(id, "")));
            long colours = Arrays.stream(figure.getRGB(0, 0, figure.getWidth(), figure.getHeight(), null, 0, figure.getWidth())).distinct().count();
            assertTrue(colours > 50, id + ": " + colours);
        }
    }

    @Test
    void whatIsNoPageHasNoPicture() throws Exception {
        for (String path : List.of("/social/ch03/nothing.png", "/social/ch03/vectors", "/social/widgets/nothing.png", "/figures/nothing.png", "/figures/two-link.gif")) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    @Test
    void aLetterThatNoFaceHasIsNoReasonToFail() {
        assertTrue(Raster.page("", "数学 and Ελληνικά, a title of a great many words that could go on for as long as its author likes to write, and then some more of them, and more", "", "書", "").length > 1_000);
    }

    @Test
    void withoutAnAddressOfItsOwnABookMakesNoClaim() throws Exception {
        try (var plain = ServedBook.serve(ServedBook.SHIPPED)) {
            String html = CLIENT.send(HttpRequest.newBuilder(URI.create(plain.url("/ch03/vectors"))).build(), HttpResponse.BodyHandlers.ofString()).body();
            assertFalse(html.contains("og:"));
        }
    }
}
