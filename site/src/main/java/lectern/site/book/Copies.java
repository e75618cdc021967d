package lectern.site.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import lectern.site.markup.Directive;
import lectern.site.markup.Part;
import lectern.site.markup.Remark;
import lectern.site.markup.html.Facts;
import lectern.site.markup.html.PageWriter;
import lectern.site.markup.tex.Tex;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** What {@code {embed} #label} shows: a labelled thing as its own page shows it, its ids left there. */
final class Copies {
    private static final Pattern ID = Pattern.compile(" id=\"[^\"<>]*\"");
    private static final Pattern HERE = Pattern.compile("href=\"#");
    /** Copies within copies; each page may hold so many characters of them, for a book may copy what copies what copies. */
    private static final int DEEPEST = 3;
    private static final int LONGEST = 4_000_000;

    /** A page that is copied from. @param parts by label */
    private record From(PageWriter writer, Map<String, Part> parts, List<Node> blocks) {
        static From of(PageFacts facts, Tex tex, Facts seen) {
            var page = facts.page();
            var parts = new HashMap<String, Part>();
            page.inventory().parts().forEach(part -> parts.putIfAbsent(part.label(), part));
            return new From(new PageWriter(page.tree(), page.inventory(), seen, tex, page.setting(), page.environment().abbreviations(), page.environment().manner()), parts, page.tree().blocks());
        }
    }

    private final Map<PageFacts, From> pages = new IdentityHashMap<>();
    private final Tex tex;
    private final int depth;
    private final int[] left;

    Copies(Tex tex) {
        this(tex, 0, new int[] {LONGEST});
    }

    private Copies(Tex tex, int depth, int[] left) {
        this.tex = tex;
        this.depth = depth;
        this.left = left;
    }

    /** @param seen the facts as the page that is copied from sees them */
    Optional<String> of(PageFacts there, String label, boolean code, boolean outputs, Function<Copies, Facts> seen) {
        if (depth >= DEEPEST || left[0] <= 0) {
            return Optional.empty();
        }
        var from = pages.computeIfAbsent(there, page -> From.of(page, tex, seen.apply(new Copies(tex, depth + 1, left))));
        var part = from.parts.get(label);
        if (part == null) {
            return Optional.empty();
        }
        var html = new StringBuilder();
        int block = part.block();
        for (var node : nodes(part, code, outputs)) {
            block += block + 1 < from.blocks.size() && from.blocks.get(block + 1) == node ? 1 : 0;
            html.append(from.writer.write(node, block).html());
        }
        var copy = HERE.matcher(ID.matcher(html).replaceAll("")).replaceAll("href=\"/" + there.plan().path() + "#");
        left[0] -= copy.length();
        return Optional.of(copy);
    }

    /** What a label stands for: a heading for what follows it, a block break for all up to the next, a cell for its code and outputs. */
    private static List<Node> nodes(Part part, boolean code, boolean outputs) {
        var nodes = new ArrayList<Node>();
        var first = part.node();
        while (!(first instanceof Block) && first.getParent() != null) {
            first = first.getParent();
        }
        if (first instanceof Directive cell && cell.name().equals("notebook-cell") && !(code && outputs)) {
            for (var child = cell.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Directive d && d.name().equals("code-cell") ? code : outputs) {
                    nodes.add(child);
                }
            }
            return nodes;
        }
        nodes.add(first);
        boolean section = first instanceof Heading;
        if (section || first.getPrevious() instanceof Remark r && r.label().equals(part.label())) {
            for (var next = first.getNext(); next != null && !(section && next instanceof Heading) && !(next instanceof Remark r && !r.isComment()); next = next.getNext()) {
                nodes.add(next);
            }
        }
        return nodes;
    }
}
