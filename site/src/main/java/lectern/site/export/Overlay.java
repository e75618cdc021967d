package lectern.site.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.site.narration.speech.Script;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Which paragraph of a page is heard when: the page's cues, as the media overlay of an EPUB.
 *
 * @see <a href="https://www.w3.org/TR/epub-33/#sec-media-overlays">EPUB 3.3, section 9</a>
 */
final class Overlay {
    /** A sentence's cue: {@code 12 2:0-98}, then its times. */
    private static final Pattern CUE = Pattern.compile("(?m)^\\d+ (\\d+):(\\d+)-\\d+\\n([\\d:.]+) --> ([\\d:.]+)$");

    /** What is lit as a whole. */
    private static final String PARAGRAPH = "p, li, h1, h2, h3, h4, h5, h6, dt, dd, td, th, figcaption, caption, summary, .eq, lectern-widget, main > *";

    /** A paragraph from its first sentence to the next paragraph's. Times in seconds. */
    private record Part(String id, double from, double to) {}

    private final List<Part> parts = new ArrayList<>();

    private Overlay() {}

    /** Reads the cues of a page as it is served, and names those of its paragraphs that are heard. */
    static Overlay of(Document page, String vtt) {
        var overlay = new Overlay();
        Element main = page.selectFirst("main");
        var cues = CUE.matcher(vtt);
        while (cues.find()) {
            int block = Integer.parseInt(cues.group(1));
            if (block < main.childrenSize()) {
                overlay.heard(paragraph(main.child(block), Integer.parseInt(cues.group(2))), seconds(cues.group(3)), seconds(cues.group(4)));
            }
        }
        return overlay;
    }

    private void heard(Element paragraph, double from, double to) {
        if (paragraph.id().isEmpty()) {
            paragraph.id("heard-" + parts.size());
        }
        if (!parts.isEmpty()) { // what was heard before lasts until now
            Part last = parts.removeLast();
            boolean same = last.id.equals(paragraph.id());
            parts.add(new Part(last.id, last.from, same ? to : from));
            if (same) {
                return;
            }
        }
        parts.add(new Part(paragraph.id(), from, to));
    }

    /** The paragraph in a block that holds a letter, counted as the script counts. */
    private static Element paragraph(Element block, int letter) {
        Element holder = holder(block, new int[] {letter}).orElse(block);
        while (holder != block && !holder.is(PARAGRAPH)) {
            holder = holder.parent();
        }
        return holder;
    }

    /** The element whose own text holds the letter; {@code left} counts down to it. */
    private static Optional<Element> holder(Element element, int[] left) {
        if (element.is(Script.SKIPPED)) {
            return Optional.empty();
        }
        if (element.is(Script.WHOLE)) {
            return --left[0] < 0 ? Optional.of(element) : Optional.empty();
        }
        boolean widget = element.is(Script.WIDGET);
        for (Node child : widget ? element.select(Script.OF_WIDGET) : element.childNodes()) {
            if (child instanceof TextNode words) {
                left[0] -= words.getWholeText().length();
                if (left[0] < 0) {
                    return Optional.of(element);
                }
            } else if (child instanceof Element inner) {
                var found = holder(inner, left);
                if (found.isPresent()) {
                    return widget ? Optional.of(element) : found; // the file shows a picture in its place
                }
            }
        }
        return Optional.empty();
    }

    private static double seconds(String time) {
        double seconds = 0;
        for (String part : time.split(":")) {
            seconds = seconds * 60 + Double.parseDouble(part);
        }
        return seconds;
    }

    /** Leaves out what the page no longer holds. */
    void keepOnly(java.util.Set<String> ids) {
        parts.removeIf(part -> !ids.contains(part.id));
    }

    double duration() {
        return parts.stream().mapToDouble(part -> part.to - part.from).sum();
    }

    /** The overlay's document. @param text the page's file @param audio the sound's */
    String smil(String text, String audio) {
        var smil = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<smil xmlns=\"http://www.w3.org/ns/SMIL\" xmlns:epub=\"http://www.idpf.org/2007/ops\" version=\"3.0\"><body>"
                + "<seq id=\"page\" epub:textref=\"" + text + "\">");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            smil.append("<par id=\"par-").append(i).append("\"><text src=\"").append(text).append('#').append(part.id).append("\"/><audio src=\"").append(audio)
                    .append("\" clipBegin=\"").append(clock(part.from)).append("\" clipEnd=\"").append(clock(part.to)).append("\"/></par>\n");
        }
        return smil.append("</seq></body></smil>\n").toString();
    }

    /** A length of time as the format writes it. */
    static String clock(double seconds) {
        return String.format(java.util.Locale.ROOT, "%.3fs", seconds);
    }
}
