package lectern.site.book;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lectern.site.markup.Mistake;
import lectern.site.markup.Rule;

/** How much each rule matters in this book. */
record Severities(Map<Rule, String> chosen) {
    /** The mistakes that are not switched off, in order of file, line and column, each once. */
    List<Problem> problems(List<Mistake> mistakes) {
        return mistakes.stream().filter(m -> !"off".equals(chosen.get(m.rule()))).map(this::problem).distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column)).toList();
    }

    private Problem problem(Mistake m) {
        boolean error = chosen.containsKey(m.rule()) ? "error".equals(chosen.get(m.rule())) : m.rule().isError();
        return new Problem(m.place().file(), m.place().line(), m.place().column(), error ? Problem.Severity.ERROR : Problem.Severity.WARNING, m.rule().id(), m.message(), m.hint());
    }
}
