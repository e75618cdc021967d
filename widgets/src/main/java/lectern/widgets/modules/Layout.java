package lectern.widgets.modules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which module each piece stands in: the one that needs it, or a shared one if several do: the first shared one if the first root is among them, so
 * that its reader loads nothing else, and the second otherwise. What none needs stands nowhere.
 */
final class Layout {
    private final Map<String, Set<Piece>> byOwner = new HashMap<>();
    private final Map<Piece, Integer> module = new HashMap<>();
    private final int shared;

    /**
     * @param roots the name that each module is there for
     */
    Layout(List<Piece> pieces, List<String> roots) {
        shared = roots.size();
        for (Piece piece : pieces) {
            byOwner.computeIfAbsent(piece.owner(), owner -> new HashSet<>()).add(piece);
        }
        for (int i = 0; i < roots.size(); i++) {
            for (Piece piece : closure(List.of(roots.get(i)))) {
                module.merge(piece, i, (one, other) -> one == 0 || one == shared ? shared : shared + 1);
            }
        }
        // a module cannot give another's variable a value: whoever does stands where the variable stands
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Piece piece : pieces) {
                for (String name : piece.assigned()) {
                    for (Piece variable : byOwner.getOrDefault(name, Set.of())) {
                        if (module.containsKey(piece) && !module.get(piece).equals(module.get(variable))) {
                            moved |= share(piece.mentions());
                            moved |= share(List.of(piece.owner()));
                        }
                    }
                }
            }
        }
    }

    private boolean share(Collection<String> names) {
        boolean moved = false;
        for (Piece piece : closure(names)) {
            moved |= !Integer.valueOf(shared).equals(module.put(piece, shared));
        }
        return moved;
    }

    /** All pieces that some names need. */
    private Set<Piece> closure(Collection<String> names) {
        Set<Piece> needed = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(names);
        while (!waiting.isEmpty()) {
            for (Piece piece : byOwner.getOrDefault(waiting.pop(), Set.of())) {
                if (needed.add(piece)) {
                    waiting.addAll(piece.mentions());
                }
            }
        }
        return needed;
    }

    /** Whether a piece stands in a module; the shared ones come after all others. */
    boolean isIn(Piece piece, int number) {
        return module.getOrDefault(piece, -1) == number;
    }
}
