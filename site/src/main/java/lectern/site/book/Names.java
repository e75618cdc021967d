package lectern.site.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Names that the pages of a book give to things. Where several give the same, the first page in reading order counts. */
final class Names<T> {
    private final Map<String, List<Given<T>>> given = new LinkedHashMap<>();
    private final Set<String> doubled = new TreeSet<>();

    /** @param page its place in reading order */
    record Given<T>(int page, T thing) {}

    Optional<T> get(String name) {
        var all = given.get(name);
        return all == null ? Optional.empty() : Optional.of(all.getFirst().thing);
    }

    /** Names that more than one page gives, with all who do. */
    Map<String, List<Given<T>>> doubled() {
        var all = new LinkedHashMap<String, List<Given<T>>>();
        doubled.forEach(name -> all.put(name, given.get(name)));
        return all;
    }

    /** Takes what a page gives now for what it gave before, and tells the names that mean another thing since. */
    void replace(int page, Map<String, T> before, Map<String, T> now, Consumer<String> changed) {
        before.forEach((name, thing) -> {
            if (!now.containsKey(name)) {
                change(name, page, Optional.empty(), changed);
            }
        });
        now.forEach((name, thing) -> {
            if (!thing.equals(before.get(name))) {
                change(name, page, Optional.of(thing), changed);
            }
        });
    }

    private void change(String name, int page, Optional<T> thing, Consumer<String> changed) {
        var was = get(name);
        var all = given.computeIfAbsent(name, n -> new ArrayList<>(1));
        all.removeIf(g -> g.page == page);
        thing.ifPresent(t -> all.add(new Given<>(page, t)));
        if (all.size() > 1) {
            all.sort(Comparator.comparingInt(Given::page));
            doubled.add(name);
        } else {
            doubled.remove(name);
        }
        if (all.isEmpty()) {
            given.remove(name);
        }
        if (!Objects.equals(was, get(name))) {
            changed.accept(name);
        }
    }
}
