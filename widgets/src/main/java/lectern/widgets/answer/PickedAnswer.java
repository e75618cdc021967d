package lectern.widgets.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Choices by letter or number: which ones are right, in any order or, for an ordering, in this one.
 *
 * @param picks in small letters
 */
record PickedAnswer(List<String> picks, boolean ordered) implements Answer {
    private static final int MOST = 40;

    /** The picks in a text such as {@code b}, {@code A, c} or {@code 2 > 1 > 3}. */
    static List<String> picked(String text) {
        List<String> picks = new ArrayList<>();
        StringBuilder pick = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter) {
                pick.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
            } else if (!pick.isEmpty()) {
                picks.add(pick.toString());
                pick.setLength(0);
            }
            if (picks.size() > MOST) break;
        }
        return picks;
    }

    @Override
    public Answer withValue(String value) {
        return new PickedAnswer(picked(value), ordered);
    }

    @Override
    public Verdict judge(String typed) {
        List<String> got = picked(typed);
        if (got.isEmpty()) return Verdict.unreadable(0, "pick at least one");
        if (same(got, picks)) return Verdict.of(Mistake.NONE);
        boolean same = got.size() == picks.size() && holds(got, picks) && holds(picks, got);
        if (same) return Verdict.of(ordered ? Mistake.SWAPPED : Mistake.NONE);
        if (ordered && got.size() != picks.size()) {
            return new Verdict(Mistake.SHAPE, "These are " + got.size() + " items; " + picks.size() + " are to be ordered.", -1);
        }
        return Verdict.of(Mistake.OTHER);
    }

    private static boolean same(List<String> one, List<String> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) same = one.get(i).equals(other.get(i));
        return same;
    }

    private static boolean holds(List<String> all, List<String> wanted) {
        for (int w = 0; w < wanted.size(); w++) {
            int i = 0;
            while (i < all.size() && !all.get(i).equals(wanted.get(w))) i++;
            if (i == all.size()) return false;
        }
        return true;
    }
}
