package lectern.widgets.draw;

/** A growing row of children. */
public final class Nodes {
    private Node[] nodes = new Node[8];
    private int count;

    /** Appends nodes. */
    public Nodes add(Node... more) {
        if (count + more.length > nodes.length) {
            nodes = resized(2 * (count + more.length));
        }
        for (Node node : more) {
            nodes[count++] = node;
        }
        return this;
    }

    /** The children so far. */
    public Node[] all() {
        return resized(count);
    }

    private Node[] resized(int length) {
        Node[] others = new Node[length];
        System.arraycopy(nodes, 0, others, 0, count);
        return others;
    }
}
