package lectern.site.markup.html;

import java.util.regex.Pattern;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Signs that authors type as others: round quotes, dashes, dots. */
final class Typography {
    private static final Pattern OPENING = Pattern.compile("(^|[\\s(\\[{–—/-])([\"'])(?=\\S)");

    private Typography() {}

    static String of(Manner manner, Text text) {
        var words = text.getLiteral();
        if (manner.dashes()) {
            words = words.replace("---", "—").replace("--", "–").replace("...", "…").replace("(c)", "©").replace("(C)", "©").replace("(R)", "®").replace("(TM)", "™").replace("(r)", "®").replace("(tm)", "™").replace("+-", "±");
        }
        if (manner.quotes() && (words.indexOf('"') >= 0 || words.indexOf('\'') >= 0)) {
            var before = text.getPrevious();
            boolean inside = before != null && !(before instanceof SoftLineBreak) && !(before instanceof HardLineBreak);
            // what follows a formula or a word in italics closes
            words = OPENING.matcher(inside ? "x" + words : words).replaceAll(m -> m.group(1) + (m.group(2).equals("\"") ? "“" : "‘"));
            words = (inside ? words.substring(1) : words).replace('"', '”').replace('\'', '’');
        }
        return words;
    }
}
