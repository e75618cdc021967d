package lectern.widgets.widget;

import org.jspecify.annotations.Nullable;

/**
 * A state with what can be undone and redone. A gesture ({@link #move}, many times, then {@link #settle} or {@link #cancel}) is one step back.
 *
 * @param now the state shown
 * @param held the state before the present gesture; null between gestures
 */
public record History<S>(S now, @Nullable Trail<S> past, @Nullable Trail<S> future, @Nullable S held) {

    /** States, the latest first. */
    public record Trail<S>(S state, @Nullable Trail<S> rest) {}

    /** A history that begins here. */
    public static <S> History<S> of(S state) {
        return new History<>(state, null, null, null);
    }

    /** A further state within a gesture. */
    public History<S> move(S state) {
        return new History<>(state, past, future, held == null ? now : held);
    }

    /** The end of a gesture: it can now be undone. */
    public History<S> settle() {
        return held == null ? this : new History<>(now, new Trail<>(held, past), null, null);
    }

    /** The end of a gesture that is taken back. */
    public History<S> cancel() {
        return held == null ? this : new History<>(held, past, future, null);
    }

    /** One state further, as a step of its own. */
    public History<S> step(S state) {
        return settle().move(state).settle();
    }

    /** One step back. */
    public History<S> undo() {
        return past == null ? this : new History<>(past.state(), past.rest(), new Trail<>(now, future), null);
    }

    /** One step forth. */
    public History<S> redo() {
        return future == null ? this : new History<>(future.state(), new Trail<>(now, past), future.rest(), null);
    }
}
