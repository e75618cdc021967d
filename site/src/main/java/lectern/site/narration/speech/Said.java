package lectern.site.narration.speech;

import java.util.ArrayList;
import java.util.List;

/** Words that were said so far; pauses never double, lead or end. */
final class Said {
    private final List<String> words = new ArrayList<>();

    Said say(String text) {
        for (var word : text.split("[\\s-]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return this;
    }

    Said all(List<String> more) {
        more.forEach(word -> {
            if (MathSpeaker.isPause(word)) {
                pause(word);
            } else {
                words.add(word);
            }
        });
        return this;
    }

    Said pause(String pause) {
        if (!words.isEmpty()) {
            var last = words.getLast();
            if (!MathSpeaker.isPause(last)) {
                words.add(pause);
            } else if (pause.equals(MathSpeaker.LONG_PAUSE)) {
                words.set(words.size() - 1, pause);
            }
        }
        return this;
    }

    /** Makes the last word a plural or a genitive: "V L A's". */
    void owned() {
        words.add(words.removeLast() + "'s");
    }

    /** Takes the last words back. */
    void dropped(int count) {
        words.subList(words.size() - count, words.size()).clear();
    }

    /** Whether there is a pause just now. */
    boolean rests() {
        return !words.isEmpty() && MathSpeaker.isPause(words.getLast());
    }

    /** Whether the last word already reaches for what follows: "the expectation of". */
    boolean reaches() {
        return !words.isEmpty() && words.getLast().equals("of");
    }

    /** The words as they stand, a pause at the end included. */
    List<String> words() {
        return List.copyOf(words);
    }

    List<String> finished() {
        while (!words.isEmpty() && MathSpeaker.isPause(words.getLast())) {
            words.removeLast();
        }
        return List.copyOf(words);
    }
}
