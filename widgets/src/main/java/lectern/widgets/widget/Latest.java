package lectern.widgets.widget;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the latest state: a frame asks for it several times, and it is worked out once. Safe for many threads, which at worst work it out
 * more than once.
 *
 * @param <S> a state, told from another by identity
 * @param <T> what follows from it; never changed
 */
public final class Latest<S, T> {
    private record Known<S, T>(S state, T value) {}

    private final Function<S, T> make;
    private @Nullable Known<S, T> known;

    public Latest(Function<S, T> make) {
        this.make = make;
    }

    public T of(S state) {
        Known<S, T> latest = known;
        if (latest == null || latest.state != state) {
            latest = new Known<>(state, make.apply(state));
            known = latest;
        }
        return latest.value;
    }
}
