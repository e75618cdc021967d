package lectern.site.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chapters of the contents: those that are written, and those that are planned, in order of their numbers. */
final class Chapters {
    private Chapters() {}

    static List<Chapter> of(Contents contents, Configuration configuration, Map<String, Section> sections) {
        var planned = new LinkedHashMap<String, List<Configuration.Planned>>();
        for (var part : configuration.planned()) {
            planned.computeIfAbsent(chapterOf(part.number()), k -> new ArrayList<>()).add(part);
        }
        var chapters = new ArrayList<Chapter>();
        for (var plan : contents.chapters()) {
            var entries = new ArrayList<Numbered>();
            int before = 0;
            for (var page : plan.pages()) {
                links(plan, before++, entries);
                var section = sections.get(page.file());
                if (section != null) {
                    entries.add(new Numbered(section.number(), new Chapter.Entry.Written(section)));
                }
            }
            links(plan, before, entries);
            var missing = plan.number().isEmpty() ? List.<Configuration.Planned>of() : planned.getOrDefault(plan.number(), List.of());
            planned.remove(plan.number());
            missing.stream().filter(p -> !p.number().equals(plan.number())).forEach(p -> entries.add(new Numbered(p.number(), new Chapter.Entry.Planned(p.number(), p.title()))));
            if (!missing.isEmpty()) {
                entries.sort(Comparator.comparing(Numbered::number, Chapters::compare));
            }
            var title = plan.titled() && plan.title().isEmpty() && !plan.pages().isEmpty() && sections.containsKey(plan.pages().getFirst().file())
                    ? sections.get(plan.pages().getFirst().file()).title() : plan.title();
            chapters.add(new Chapter(plan.number(), title, "", entries.stream().map(Numbered::entry).toList()));
        }
        planned.forEach((number, parts) -> {
            var title = parts.stream().filter(p -> p.number().equals(number)).map(Configuration.Planned::title).findFirst().orElse("");
            var entries = parts.stream().filter(p -> !p.number().equals(number)).map(p -> (Chapter.Entry) new Chapter.Entry.Planned(p.number(), p.title())).toList();
            insert(chapters, new Chapter(number, title, "", entries));
        });
        return chapters;
    }

    private static void links(Contents.ChapterPlan plan, int after, List<Numbered> entries) {
        if (plan.links().isEmpty()) {
            return; // asked before each page of the book
        }
        plan.links().stream().filter(link -> link.after() == after && link.url().matches("(?i)(https?|mailto):.*|/.*"))
                .forEach(link -> entries.add(new Numbered("", new Chapter.Entry.Link(link.title(), link.url()))));
    }

    private record Numbered(String number, Chapter.Entry entry) {}

    private static String chapterOf(String number) {
        int dot = number.indexOf('.');
        return dot < 0 ? number : number.substring(0, dot);
    }

    /** Before the first written chapter with a higher number. */
    private static void insert(List<Chapter> chapters, Chapter chapter) {
        int at = 0;
        for (int i = 0; i < chapters.size(); i++) {
            if (chapters.get(i).number().isEmpty() ? at == i && i == 0 : compare(chapters.get(i).number(), chapter.number()) < 0) {
                at = i + 1;
            }
        }
        chapters.add(at, chapter);
    }

    /** 2 before 13 before A; 3.2 before 3.10. */
    static int compare(String a, String b) {
        var as = a.split("\\.");
        var bs = b.split("\\.");
        for (int i = 0; i < Math.min(as.length, bs.length); i++) {
            boolean an = as[i].matches("\\d{1,9}");
            boolean bn = bs[i].matches("\\d{1,9}");
            int order = an && bn ? Integer.compare(Integer.parseInt(as[i]), Integer.parseInt(bs[i])) : an ? -1 : bn ? 1 : as[i].compareTo(bs[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(as.length, bs.length);
    }
}
