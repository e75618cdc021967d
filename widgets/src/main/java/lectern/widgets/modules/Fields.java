package lectern.widgets.modules;

import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a new object is told before its constructor runs: nothing, where its parents have no fields, and nothing at all for a record, which gives each of
 * its fields a value before anyone reads it.
 */
final class Fields {
    /** So many classes have no other parent in common than the one of all records. */
    private static final int RECORDS = 20;

    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> bare = new HashSet<>();
    private final String record;

    /**
     * @param classes the lists of TeaVM's that say what each class is
     * @param size of what they say of one
     */
    Fields(List<Node> classes, int size) {
        for (Node list : classes) {
            int at = 0;
            String owner = "";
            for (Node field = list.getFirstChild(); field != null; field = field.getNext(), at++) {
                if (at % size == 0) {
                    owner = field.getString();
                } else if (at % size == 2) {
                    parents.put(owner, field.isName() ? field.getString() : "");
                }
            }
        }
        var counts = new HashMap<String, Integer>();
        parents.values().forEach(parent -> counts.merge(parent, 1, Integer::sum));
        String root = parents.entrySet().stream().filter(entry -> entry.getValue().isEmpty()).findFirst().orElseThrow().getKey();
        bare.add(root);
        counts.remove(root);
        var most = counts.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue)).orElseThrow();
        if (most.getValue() < RECORDS) {
            throw new IllegalStateException("which class is that of all records is not clear: only " + most.getValue() + " have the commonest parent");
        }
        record = most.getKey();
    }

    /** Changes a script in place. */
    void lighten(Node body) {
        each(body, (name, function) -> {
            if (!function.isFunction() && (function.hasOneChild() || bare.contains(function.getLastChild().getString()))) {
                bare.add(name);
            }
        });
        if (!bare.contains(record)) {
            throw new IllegalStateException("the class of all records has fields");
        }
        each(body, (name, function) -> {
            if (!function.isFunction()) {
                while (bare.contains(name) && !function.hasOneChild()) {
                    function.getLastChild().detach();
                }
            } else if (record.equals(parents.get(name))) {
                function.getLastChild().removeChildren();
            } else {
                statements(function.getLastChild(), statement -> {
                    if (statement.isExprResult() && statement.getFirstChild().isCall() && statement.getFirstFirstChild().isGetProp()
                        && statement.getFirstFirstChild().getFirstChild().isName() && bare.contains(statement.getFirstFirstChild().getFirstChild().getString())) {
                        statement.detach();
                    }
                });
            }
        });
    }

    /** Each class that is a function, or made by one that only calls its parent's. */
    private void each(Node body, BiConsumer<String, Node> reader) {
        statements(body, statement -> {
            if (statement.isFunction() && parents.containsKey(statement.getFirstChild().getString())) {
                reader.accept(statement.getFirstChild().getString(), statement);
            } else if (statement.getToken() == Token.LET) {
                statements(statement, name -> {
                    if (parents.containsKey(name.getString()) && name.hasChildren() && name.getFirstChild().isCall() && !isNumbered(name.getFirstChild())) {
                        reader.accept(name.getString(), name.getFirstChild());
                    }
                });
            }
        });
    }

    /** An interface. */
    private static boolean isNumbered(Node call) {
        return call.getLastChild().isNumber();
    }

    private static void statements(Node parent, Consumer<Node> reader) {
        for (Node child = parent.getFirstChild(); child != null;) {
            Node next = child.getNext();
            reader.accept(child);
            child = next;
        }
    }
}
