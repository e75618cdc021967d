package lectern.widgets.draw;

/** A growing row of children. */
public final class Nodes {
    private Node[] nodes = {};

    /** Appends nodes. */
    public Nodes add(Node... more) {
        Node[] both = new Node[nodes.length + more.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = i < nodes.length ? nodes[i] : more[i - nodes.length];
        }
        nodes = both;
        return this;
    }

    /** The children so far. */
    public Node[] all() {
        return nodes;
    }
}
