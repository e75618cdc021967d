package lectern.site.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of the program against texts made to keep it busy: none looks at a character more than forty times on average, so that a text of
 * a hundred thousand characters costs a blink. What is counted is steps, not time.
 *
 * <p>Found are the patterns that classes hold, and the texts of methods that call for one; those that are put together as the program runs are not.
 */
class PatternsTest {
    private static final int LENGTH = 2_000;
    private static final long MOST_STEPS = 40L * LENGTH;
    /** What a pattern asks for before it leaves a choice. */
    private static final Pattern BEGIN = Pattern.compile("^(?:\\\\[^A-Za-z0-9]|\\\\[sb]|[^\\\\\\[(.*+?|{)$^])*");
    private static final int MOST_PAIRED = 12;
    private static final List<Path> CLASSES = List.of(Path.of("target/classes"), Path.of("../search/target/classes"), Path.of("../widgets/target/classes"));
    private static final Set<String> BY_STRING = Set.of("matches", "replaceAll", "replaceFirst", "split");
    /** Calls that look for nothing. */
    private static final Set<String> OF_A_PLACE = Set.of("region", "start", "end", "group");
    /** Calls that begin at the beginning of a text and nowhere else. */
    private static final Set<String> WHOLE = Set.of("matches", "lookingAt");
    /** These read what other steps of the build wrote, and nothing else: the scripts of widgets, and our own style sheets. */
    private static final List<String> OWN = List.of("lectern/widgets/modules/", "lectern/site/web/Assets");

    /** A text that lets itself be read so many times and no more. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long steps;

        Counted(String text) {
            this.text = text;
        }

        static final class Busy extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new Busy();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** @param whole whether it is only held against a text from its beginning on, and not looked for in it */
    private record Found(Pattern pattern, boolean whole) {}

    private static Map<String, Found> patterns() throws Exception {
        var models = new ArrayList<ClassModel>();
        for (var folder : CLASSES) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                    var model = ClassFile.of().parse(file);
                    if (OWN.stream().noneMatch(model.thisClass().asInternalName()::startsWith)) {
                        models.add(model);
                    }
                }
            }
        }
        var uses = new TreeMap<String, Set<String>>();
        models.forEach(model -> model.methods().forEach(method -> uses(method, uses)));
        var found = new TreeMap<String, Found>();
        for (var model : models) {
            if (model.fields().stream().anyMatch(field -> field.fieldType().equalsString("Ljava/util/regex/Pattern;"))) {
                for (var field : Class.forName(model.thisClass().asInternalName().replace('/', '.')).getDeclaredFields()) {
                    if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        var name = model.thisClass().asInternalName() + "." + field.getName();
                        found.put(name, new Found((Pattern) field.get(null), WHOLE.containsAll(uses.getOrDefault(name, Set.of("elsewhere")))));
                    }
                }
            }
        }
        uses.forEach((text, calls) -> {
            try {
                found.putIfAbsent(text, new Found(Pattern.compile(text.substring(text.indexOf(' ') + 1)), WHOLE.containsAll(calls)));
            } catch (PatternSyntaxException _) {
                // another kind of text
            }
        });
        return found;
    }

    /** What is called next after a text, which stands behind its class, or after a field that holds a pattern, by class and name. */
    private static void uses(MethodModel method, Map<String, Set<String>> uses) {
        var waiting = new LinkedHashSet<String>();
        for (var element : method.methodName().equalsString("<clinit>") ? List.<CodeElement>of() : method.code().map(code -> code.elementList()).orElse(List.of())) {
            switch (element) {
                case ConstantInstruction constant when constant.constantValue() instanceof String text && text.matches("(?s).*[+*}?].*") -> waiting.add(method.parent().orElseThrow().thisClass().asInternalName() + " " + text);
                case FieldInstruction field when field.typeSymbol().descriptorString().equals("Ljava/util/regex/Pattern;") -> waiting.add(field.owner().asInternalName() + "." + field.name());
                case InvokeInstruction call -> {
                    var owner = call.owner().asInternalName();
                    var called = call.name().stringValue();
                    if (owner.equals("java/util/regex/Matcher") && !OF_A_PLACE.contains(called) || owner.equals("java/lang/String") && BY_STRING.contains(called) || owner.equals("java/util/regex/Pattern") && !called.equals("matcher") && !called.equals("quote")) {
                        waiting.forEach(one -> uses.computeIfAbsent(one, _ -> new TreeSet<>()).add(called));
                        waiting.clear();
                    }
                }
                default -> { }
            }
        }
    }

    /** Texts out of the pattern's own letters, signs and words: each repeated, also behind how the pattern begins, also in pairs. */
    private static void hostile(String pattern, Consumer<String> test) {
        var bricks = new LinkedHashSet<>(List.of("a", "A", "0", " ", "\n", "-"));
        pattern.chars().filter(c -> c > ' ' && !Character.isLetterOrDigit(c)).forEach(c -> bricks.add(Character.toString(c)));
        var words = new LinkedHashSet<String>();
        Pattern.compile("[\\p{L}\\d <\"=:/&]{2,}").matcher(pattern.replaceAll("\\\\[a-zA-Z]|\\(\\?[a-z!=<:]+", "|")).results().map(found -> found.group()).forEach(words::add);
        var begin = BEGIN.matcher(pattern.replaceAll("^\\^|^\\(\\?[a-z]+\\)", "")).results().map(found -> found.group()).findFirst().orElse("").replaceAll("\\\\[sb]", " ").replaceAll("\\\\(.)", "$1");
        words.add(begin);
        words.remove("");
        for (var one : bricks.stream().limit(MOST_PAIRED).toList()) {
            for (var other : bricks.stream().limit(MOST_PAIRED).toList()) {
                bricks.add(one + other);
            }
        }
        bricks.addAll(words);
        for (var word : words) {
            bricks.add(word + " ");
            bricks.add(word + "a");
        }
        for (var brick : bricks) {
            var many = brick.repeat(LENGTH / brick.length());
            test.accept(many + "\u0007");
            if (!begin.isEmpty()) {
                test.accept(begin + many);
            }
        }
    }

    private static List<String> failures(String where, Pattern pattern, boolean whole) {
        var failures = new ArrayList<String>();
        hostile(pattern.pattern(), text -> {
            if (failures.isEmpty()) {
                try {
                    var counted = new Counted(text);
                    pattern.matcher(counted).matches();
                    pattern.matcher(counted).lookingAt();
                    var finder = pattern.matcher(counted);
                    while (!whole && finder.find()) {
                        // all of them
                    }
                } catch (Counted.Busy | StackOverflowError e) {
                    failures.add(where + "  " + pattern + "  on " + text.substring(0, 30).replace("\n", "\\n") + "…: " + e.getClass().getSimpleName());
                }
            }
        });
        return failures;
    }

    @Test
    void noTextKeepsAPatternBusy() throws Exception {
        var patterns = patterns();
        assertTrue(patterns.size() > 200, patterns.size() + " patterns are fewer than there were");
        var failures = patterns.entrySet().parallelStream().flatMap(pattern -> failures(pattern.getKey(), pattern.getValue().pattern, pattern.getValue().whole).stream()).sorted().toList();
        assertEquals("", String.join("\n", failures));
    }

    @Test
    void aPatternThatGoesBackAndForthIsFound() throws IOException {
        for (var slow : List.of("\\s+$", "(a+)+b", "<a.*?</a>", "(?:[^{}]|\\{[^{}]*\\})*x")) {
            assertEquals(1, failures("here", Pattern.compile(slow), false).size(), slow);
        }
    }
}
