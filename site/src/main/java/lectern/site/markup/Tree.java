package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** A page as a tree, in which every node knows its place. Nobody changes it once it is made. */
public final class Tree {
    private final Node root;
    private final Source source;
    private final Map<Node, Source> sources;
    private final List<Mistake> mistakes;

    Tree(Node root, Source source, Map<Node, Source> sources, List<Mistake> mistakes) {
        this.root = root;
        this.source = source;
        this.sources = sources;
        this.mistakes = List.copyOf(mistakes);
    }

    public Node root() {
        return root;
    }

    public Source source() {
        return source;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** The top-level blocks in order; an included file's blocks stand in its place. */
    public List<Node> blocks() {
        var blocks = new ArrayList<Node>();
        flatten(root, blocks);
        return blocks;
    }

    private static void flatten(Node parent, List<Node> blocks) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Directive d && d.name().equals("include") && d.getFirstChild() != null) {
                flatten(d, blocks);
            } else {
                blocks.add(node);
            }
        }
    }

    /** Where a node begins. */
    public Place place(Node node) {
        return place(node, 0);
    }

    /** Where a node begins, some characters further on the same line. */
    public Place place(Node node, int further) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Directive d) {
                return d.place();
            }
            if (!at.getSourceSpans().isEmpty()) {
                var span = at.getSourceSpans().getFirst();
                return sourceAround(at).place(span.getLineIndex(), span.getColumnIndex() + further);
            }
        }
        return source.place(0, 0);
    }

    private Source sourceAround(Node node) {
        for (@Nullable Node at = node instanceof Directive ? node.getParent() : node; at != null; at = at.getParent()) {
            var found = sources.get(at);
            if (found != null) {
                return found;
            }
        }
        return source;
    }

    /** The source lines that a top-level block covers, as one text: what its rendering depends on. */
    public String text(Node block) {
        var text = new StringBuilder();
        if (block instanceof Noted) {
            for (var child = block.getFirstChild(); child != null; child = child.getNext()) {
                text.append(text(child)).append('\f');
            }
            return text.toString();
        }
        if (block instanceof Directive d) {
            text.append(d.name()).append(' ').append(d.argument()).append('\n').append(d.all().text());
            appendIncluded(d, text);
            for (var child = d.getFirstChild(); child != null && d.name().endsWith("-start"); child = child.getNext()) {
                text.append(text(child)).append('\f');
            }
            return text.toString();
        }
        var around = sourceAround(block);
        for (var span : block.getSourceSpans()) {
            text.append(around.lines().get(span.getLineIndex()).text()).append('\n');
        }
        return text.toString();
    }

    private void appendIncluded(Node node, StringBuilder text) {
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Directive d && d.name().equals("include") && sources.containsKey(d)) {
                text.append('\f').append(sources.get(d).text());
            }
            appendIncluded(child, text);
        }
    }
}
