package lectern.site.narration.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What is read of one block of a page, as the player in the browser counts it too: its text, a formula or the like as one character, what nobody
 * reads aloud left out.
 */
final class BlockText {
    static final char FORMULA = '\ufffc';

    private static final Set<String> BREAKS = Set.of("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "tr", "dt", "dd", "figcaption", "caption", "summary", "blockquote", "header", "table",
            "ul", "ol", "dl", "aside", "details", "figure", "lectern-widget", "br", "thead", "tbody", "td", "th");

    /** An element that counts as one character, or a spoken form that was given. */
    record Mark(int at, Element element) {}

    /** A part that no sentence crosses. @param late read after what follows it: a note beside the text */
    record Segment(int from, int to, boolean heading, boolean late) {}

    final StringBuilder text = new StringBuilder();
    final List<Mark> marks = new ArrayList<>();
    final List<Segment> segments = new ArrayList<>();
    /** Stretches of citations, and of links. */
    final List<int[]> cited = new ArrayList<>();
    final List<int[]> linked = new ArrayList<>();
    private int begun;

    BlockText(Element block) {
        element(block, false, false);
        end(false, false);
    }

    private void element(Element e, boolean heading, boolean late) {
        if (e.hasAttr("data-say")) {
            marks.add(new Mark(text.length(), e));
            return;
        }
        if (e.is(Script.SKIPPED)) {
            return;
        }
        if (e.is(Script.WHOLE)) {
            marks.add(new Mark(text.length(), e));
            text.append(FORMULA);
            return;
        }
        boolean breaks = BREAKS.contains(e.normalName()) || e.hasClass("no");
        boolean isHeading = heading || e.normalName().matches("h[1-6]") || e.is(".label,summary,.admonition-title,.title");
        boolean isLate = late || e.is("details.mn");
        if (breaks) {
            end(heading, late);
        }
        int from = text.length();
        if (e.normalName().equals(Script.WIDGET)) {
            e.select(Script.OF_WIDGET).forEach(part -> element(part, false, isLate));
        } else {
            for (Node child : e.childNodes()) {
                if (child instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (child instanceof Element inner) {
                    element(inner, isHeading, isLate);
                }
            }
        }
        if (e.normalName().equals("a")) {
            (e.hasClass("cite") ? cited : linked).add(new int[] {from, text.length()});
        }
        if (breaks) {
            end(isHeading, isLate);
        }
    }

    private void end(boolean heading, boolean late) {
        if (!text.substring(begun).isBlank()) {
            segments.add(new Segment(begun, text.length(), heading, late));
        }
        begun = text.length();
    }

    boolean isIn(List<int[]> stretches, int at) {
        return stretches.stream().anyMatch(s -> s[0] <= at && at < s[1]);
    }
}
