package lectern.site.narration;

/** An engine that turns a sentence into sound and, if it can, tells where in it each word begins. */
public interface Narrator extends AutoCloseable {
    /** Says one sentence; several threads may ask at once. */
    Utterance speak(Line line);

    @Override
    void close();
}
