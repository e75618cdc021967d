package lectern.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A book of made-up words, as often used as words of a language are, for measuring at any size. */
final class Generated {
    private static final String[] BEGIN = "b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sp st str tr ch sh".split(" ");
    private static final String[] MIDDLE = "a e i o u a e i o ea ou ai io".split(" ");
    private static final String[] END = " n r t l s m nd nt st ck ng x ".split(" ", -1);

    final List<Passage> passages = new ArrayList<>();
    private final List<String> words;
    private final Random random;

    Generated(int size, long seed) {
        random = new Random(seed);
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < 6000 + size / 2) made.add(word());
        words = List.copyOf(made);
        for (int i = 0; i < size; i++) {
            String page = "ch" + i % 40 + "/page" + i / 10;
            Passage.Kind kind = i % 10 == 0 ? Passage.Kind.SECTION : Passage.Kind.values()[random.nextInt(Passage.Kind.values().length)];
            passages.add(new Passage("p" + i, "/" + page + "#p" + i, text(3), text(2), text(60 + random.nextInt(120)), "", kind, page));
        }
    }

    /** Two or three words that stand in one passage, seldom ones rather than "the". */
    String query() {
        String[] text = passages.get(random.nextInt(passages.size())).text().split(" ");
        List<String> chosen = new ArrayList<>();
        int wanted = 2 + random.nextInt(2);
        while (chosen.size() < wanted) {
            String word = text[random.nextInt(text.length)];
            if (word.length() >= 4 && words.indexOf(word) >= 100 || random.nextInt(50) == 0) chosen.add(word);
        }
        return String.join(" ", chosen);
    }

    /** The query after one letter was put in, left out, changed, or swapped with the next. */
    String mistyped(String query) {
        String[] parts = query.split(" ");
        int which = random.nextInt(parts.length);
        StringBuilder word = new StringBuilder(parts[which]);
        int at = random.nextInt(word.length());
        char letter = (char) ('a' + random.nextInt(26));
        switch (random.nextInt(4)) {
            case 0 -> word.insert(at, letter);
            case 1 -> word.deleteCharAt(at);
            case 2 -> word.setCharAt(at, letter);
            case 3 -> {
                int other = at == 0 ? 1 : at - 1;
                char moved = word.charAt(at);
                word.setCharAt(at, word.charAt(other));
                word.setCharAt(other, moved);
            }
            default -> throw new IllegalStateException("four edits");
        }
        parts[which] = word.toString();
        return String.join(" ", parts);
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        // Zipf's law: the word of rank r is used about 1/r as often as the first.
        for (int i = 0; i < length; i++) text.append(i == 0 ? "" : " ").append(words.get((int) Math.pow(words.size(), random.nextDouble()) - 1));
        return text.toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 1 + random.nextInt(4);
        for (int i = 0; i < syllables; i++) word.append(of(BEGIN)).append(of(MIDDLE)).append(i == syllables - 1 || random.nextInt(4) == 0 ? of(END) : "");
        return word.toString();
    }

    private String of(String[] parts) {
        return parts[random.nextInt(parts.length)];
    }
}
