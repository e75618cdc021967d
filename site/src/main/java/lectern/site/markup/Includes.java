package lectern.site.markup;

import java.util.Optional;

/** What {@code {include}} and {@code {literalinclude}} bring in: a file, or the part of it that options name. */
public final class Includes {
    private Includes() {}

    /** The reading of the included file, or nothing when it may not or cannot be read; then the reason is reported. */
    static Optional<Draft> of(Directive directive, Draft draft) {
        var from = directive.place().file();
        var found = draft.files().read(from, directive.argument());
        if (!found.refusal().isEmpty()) {
            draft.report(directive.argumentPlace(), Rule.INCLUDE, found.refusal(), "");
            return Optional.empty();
        }
        if (draft.including().contains(found.file())) {
            draft.report(directive.argumentPlace(), Rule.INCLUDE, "The file \"" + found.file() + "\" includes itself: "
                    + String.join(" → ", draft.including()) + " → " + found.file() + ".", "Remove one of these includes.");
            return Optional.empty();
        }
        var text = Source.of(found.file(), found.text());
        return Optional.of(draft.including(found.file(), part(directive, FrontMatter.strip(text))));
    }

    /** The lines of the file that {@code {literalinclude}} shows, or nothing when it cannot be read; then the reason is reported. */
    static Optional<Source> literal(Directive directive, Draft draft) {
        var found = draft.files().read(directive.place().file(), directive.argument());
        if (!found.refusal().isEmpty()) {
            draft.report(directive.argumentPlace(), Rule.INCLUDE, found.refusal(), "");
            return Optional.empty();
        }
        return Optional.of(part(directive, Source.of(found.file(), found.text().replaceFirst("\\R$", ""))));
    }

    /** The lines that the options of an include leave. */
    private static Source part(Directive d, Source all) {
        var lines = all.lines();
        int from = 0;
        int to = lines.size();
        if (d.has("lines")) {
            var chosen = chosen(d.option("lines"), lines.size());
            return new Source(chosen.stream().map(lines::get).toList());
        }
        if (d.has("start-line")) {
            from = number(d.option("start-line"), 0);
        }
        if (d.has("end-line")) {
            int end = number(d.option("end-line"), to);
            to = end < 0 ? to + end : end;
        }
        if (d.has("start-at") || d.has("start-after")) {
            boolean after = d.has("start-after");
            int found = find(all, d.option(after ? "start-after" : "start-at"), from);
            from = found < 0 ? from : after ? found + 1 : found;
        }
        if (d.has("end-at") || d.has("end-before")) {
            boolean at = d.has("end-at");
            int found = find(all, d.option(at ? "end-at" : "end-before"), from);
            to = found < 0 ? to : at ? found + 1 : found;
        }
        from = Math.clamp(from, 0, lines.size());
        return new Source(lines.subList(from, Math.clamp(to, from, lines.size())));
    }

    /** Indices named by {@code 1,3-5,8-}. */
    public static java.util.List<Integer> chosen(String text, int count) {
        var chosen = new java.util.ArrayList<Integer>();
        for (var part : text.split(",")) {
            var ends = part.strip().split("-", 2);
            int first = number(ends[0], 1);
            int last = ends.length == 1 ? first : number(ends[1], count);
            for (int i = Math.max(1, first); i <= Math.min(last, count); i++) {
                chosen.add(i - 1);
            }
        }
        return chosen;
    }

    private static int find(Source all, String text, int from) {
        for (int i = Math.max(0, from); i < all.lines().size(); i++) {
            if (all.lines().get(i).text().contains(text)) {
                return i;
            }
        }
        return -1;
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
