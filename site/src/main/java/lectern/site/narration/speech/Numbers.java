package lectern.site.narration.speech;

import java.util.ArrayList;
import java.util.List;

/** Numbers as they are spoken, without hyphens: each word alone. */
final class Numbers {
    private static final String[] SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split(" ");
    private static final String[] TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] LARGE = {"", "thousand", "million", "billion", "trillion"};
    private static final int DIGITS = 15;

    private Numbers() {}

    /** {@code 1152}, {@code 0.001}, {@code −2}, {@code 1,024}: "one thousand one hundred fifty two". */
    static List<String> words(String number) {
        var words = new ArrayList<String>();
        var rest = number.replaceAll("[,\\s\u2009\u202f_]", "");
        if (rest.startsWith("-") || rest.startsWith("−")) {
            words.add("minus");
            rest = rest.substring(1);
        }
        int point = rest.indexOf('.');
        var whole = point < 0 ? rest : rest.substring(0, point);
        if (whole.isEmpty() || whole.length() > 1 && whole.startsWith("0") || whole.length() > DIGITS) {
            digits(words, whole.isEmpty() ? "0" : whole);
        } else {
            whole(words, Long.parseLong(whole));
        }
        if (point >= 0 && point + 1 < rest.length()) {
            words.add("point");
            digits(words, rest.substring(point + 1));
        }
        return words;
    }

    /** {@code 2024}: "twenty twenty four". */
    static List<String> year(int year) {
        var words = new ArrayList<String>();
        if (year % 1000 < 10) {
            whole(words, year);
        } else {
            whole(words, year / 100);
            if (year % 100 == 0) {
                words.add("hundred");
            } else if (year % 100 < 10) {
                words.add("oh");
                whole(words, year % 100);
            } else {
                whole(words, year % 100);
            }
        }
        return words;
    }

    /** {@code 3} as "third". */
    static List<String> ordinal(long number) {
        var words = new ArrayList<String>();
        whole(words, number);
        var last = words.removeLast();
        words.add(switch (last) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            default -> last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        });
        return words;
    }

    private static void digits(List<String> words, String digits) {
        digits.chars().filter(Character::isDigit).forEach(d -> words.add(SMALL[Character.digit(d, 10)]));
    }

    private static void whole(List<String> words, long n) {
        if (n == 0) {
            words.add(SMALL[0]);
        }
        long unit = 1_000_000_000_000L;
        for (int i = LARGE.length - 1; i >= 0; i--, unit /= 1000) {
            long group = n / unit % 1000;
            if (group == 0) {
                continue;
            }
            if (group >= 100) {
                words.add(SMALL[(int) group / 100]);
                words.add("hundred");
            }
            int rest = (int) group % 100;
            if (rest >= 20) {
                words.add(TENS[rest / 10]);
                rest %= 10;
            }
            if (rest > 0) {
                words.add(SMALL[rest]);
            }
            if (i > 0) {
                words.add(LARGE[i]);
            }
        }
    }
}
