package lectern.widgets.draw;

import java.util.Arrays;

/** A growing row of children. */
public final class Nodes {
    private Node[] nodes = new Node[16];
    private int size;

    /** Appends nodes. */
    public Nodes add(Node... more) {
        if (size + more.length > nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * (size + more.length));
        }
        for (Node node : more) {
            nodes[size++] = node;
        }
        return this;
    }

    /** The children so far. */
    public Node[] all() {
        return Arrays.copyOf(nodes, size);
    }
}
