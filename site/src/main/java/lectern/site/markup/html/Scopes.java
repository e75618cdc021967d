package lectern.site.markup.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import lectern.site.markup.Inventory;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Labels of the headings and blocks that a place of a page stands in. */
public final class Scopes {
    private final Map<Node, List<String>> labels = new IdentityHashMap<>();
    private final List<Opening> openings = new ArrayList<>();

    /** From this block on the headings with these labels hold. */
    private record Opening(int block, List<String> labels) {}

    private record Level(int level, List<String> labels) {}

    public Scopes(Inventory inventory) {
        for (var part : inventory.parts()) {
            if (!part.label().isEmpty()) {
                labels.computeIfAbsent(part.node(), n -> new ArrayList<>()).add(part.label());
            }
        }
        Deque<Level> open = new ArrayDeque<>();
        for (var part : inventory.parts()) {
            if (part.node() instanceof Heading heading && part.ordinal() >= 0) {
                while (!open.isEmpty() && open.getLast().level >= heading.getLevel()) {
                    open.removeLast();
                }
                open.addLast(new Level(heading.getLevel(), labels.getOrDefault(heading, List.of())));
                openings.add(new Opening(part.block(), open.stream().flatMap(l -> l.labels.stream()).toList()));
            }
        }
    }

    /** Labels of the headings that a top-level block stands under, outermost first. */
    public List<String> headings(int block) {
        var here = List.<String>of();
        for (var opening : openings) {
            if (opening.block <= block) {
                here = opening.labels;
            }
        }
        return here;
    }

    /** Labels around a node in a top-level block, outermost first, its own last. */
    List<String> around(Node node, int block) {
        var own = new ArrayDeque<String>();
        for (Node at = node; at != null; at = at.getParent()) {
            if (!(at instanceof Heading)) {
                labels.getOrDefault(at, List.of()).forEach(own::addFirst);
            }
        }
        var all = new ArrayList<>(headings(block));
        all.addAll(own);
        return all;
    }
}
