package lectern.site.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Labels;
import lectern.site.markup.Part;
import lectern.site.markup.Place;
import lectern.site.markup.PlainText;
import lectern.site.markup.html.Facts;
import org.commonmark.node.Heading;

/**
 * What one page gives to the book once its numbers are known.
 *
 * @param own what each of its blocks knows of its parts, by {@link BookFacts#key}
 * @param labels by label in normal form
 * @param places where each label stands
 * @param anchors by anchor
 * @param footnotes labels of footnotes in order of their numbers
 * @param cited keys of works in the order of their citations
 * @param after how many of each kind there are in the chapter so far
 */
record PageFacts(
        Page page, Contents.PagePlan plan, String chapter, Map<Kind, Integer> before, Map<Long, Facts.Own> own, Map<String, Facts.Referent> labels, Map<String, Place> places,
        Map<String, Facts.Referent> anchors, Map<String, Facts.Bench> benches, List<String> footnotes, List<String> cited, Facts.Referent referent, Map<Kind, Integer> after) {

    /** Whether they would be the same again. */
    boolean isCurrent(Page page, Contents.PagePlan plan, String chapter, Map<Kind, Integer> before) {
        return this.page == page && this.plan.equals(plan) && this.chapter.equals(chapter) && this.before.equals(before);
    }

    /** The number of the page, or else of the heading that is its title; empty when neither has one. */
    String titleNumber() {
        return !plan.number().isEmpty() ? plan.number() : page.inventory().pageTitle().flatMap(page.inventory()::part).map(part -> own.get(BookFacts.key(part.block(), part.ordinal()))).map(Facts.Own::number).orElse("");
    }

    /** "Chapter", "Appendix" or "Section". */
    static String word(String number) {
        return number.isEmpty() ? "" : number.contains(".") ? "Section" : Character.isDigit(number.charAt(0)) ? "Chapter" : "Appendix";
    }

    static PageFacts of(Page page, Contents.PagePlan plan, String chapter, Map<Kind, Integer> before) {
        return new Maker(page, plan, chapter, before).make();
    }

    private static final class Maker {
        private final Page page;
        private final Contents.PagePlan plan;
        private final String chapter;
        private final Map<Kind, Integer> before;
        private final EnumMap<Kind, Integer> counts = new EnumMap<>(Kind.class);
        private final Map<Long, Facts.Own> own = new HashMap<>();
        private final Map<String, Facts.Referent> labels = new LinkedHashMap<>();
        private final Map<String, Place> places = new LinkedHashMap<>();
        private final Map<String, Facts.Referent> anchors = new HashMap<>();
        private final Map<String, Facts.Bench> benches = new LinkedHashMap<>();
        private final Map<String, Integer> footnotes = new LinkedHashMap<>();
        private final List<String> cited = new ArrayList<>();
        private final Map<String, Integer> noted = new HashMap<>();

        private final EnumSet<Kind> begun = EnumSet.noneOf(Kind.class);
        private final Numbering numbering;
        private final int[] headings = new int[7];
        private final EnumMap<Kind, String> last = new EnumMap<>(Kind.class);

        private Maker(Page page, Contents.PagePlan plan, String chapter, Map<Kind, Integer> before) {
            this.page = page;
            numbering = Numbering.of(page.environment().numbering(), page.front().get("numbering"));
            this.plan = plan;
            this.chapter = chapter;
            this.before = before;
            // outside numbered chapters every page counts for itself
            if (!chapter.isEmpty()) {
                counts.putAll(before);
            }
        }

        private PageFacts make() {
            int notes = 0;
            int citations = 0;
            Facts.Referent main = null;
            Facts.Own mainOwn = new Facts.Own("", "", 0);
            var parts = page.inventory().parts();
            for (int i = 0; i < parts.size(); i++) {
                var part = parts.get(i);
                switch (part.kind()) {
                    case NOTE -> put(part, new Facts.Own(String.valueOf(++notes), part.id().isEmpty() ? "n" + notes : part.id(), 0));
                    case CITATION -> {
                        put(part, new Facts.Own("", "cite-" + ++citations, 0));
                        cited.addAll(References.keys(part));
                    }
                    case FOOTNOTE -> footnote(part);
                    default -> {
                        var title = page.titles().get(i);
                        if (part.ordinal() >= 0) {
                            mainOwn = own(part);
                            put(part, mainOwn);
                            main = referent(part, mainOwn, title);
                        }
                        name(part, mainOwn, main);
                    }
                }
            }
            var referent = new Facts.Referent(Kind.HEADING, plan.number(), word(plan.number()), "/" + plan.path(), page.titleHtml(), page.titleOrName());
            if (!page.label().isEmpty()) {
                labels.put(page.label(), referent);
                places.put(page.label(), Place.of(page.file()));
            }
            return new PageFacts(page, plan, chapter, before, own, labels, places, anchors, benches, List.copyOf(footnotes.keySet()), List.copyOf(cited), referent, chapter.isEmpty() ? Map.of() : counts);
        }

        private void put(Part part, Facts.Own facts) {
            own.put(BookFacts.key(part.block(), part.ordinal()), facts);
        }

        private Facts.Own own(Part part) {
            if (part.node() instanceof Heading heading && part.kind() == Kind.HEADING) {
                return new Facts.Own(heading(heading), part.id(), 0);
            }
            if (!part.counted() || numbering.isOff(part.kind())) {
                return new Facts.Own("", part.id(), 0);
            }
            var number = part.tag();
            if (number.startsWith(Part.OF_THE_LAST)) {
                number = last.getOrDefault(part.kind(), "") + number.substring(Part.OF_THE_LAST.length());
            } else if (number.isEmpty()) {
                int start = begun.add(part.kind()) ? numbering.start(part.kind()) : 0;
                int count = start > 0 ? start : counts.getOrDefault(part.kind(), 0) + 1;
                counts.put(part.kind(), count);
                number = numbering.written(part.kind(), count, chapter.isEmpty() ? String.valueOf(count) : chapter + "." + count);
                last.put(part.kind(), number);
            }
            var id = part.id().isEmpty() ? part.kind().name().toLowerCase(Locale.ROOT) + "-" + number.replaceAll("[^\\p{L}\\p{N}]+", "-") : part.id();
            return new Facts.Own(number, id, 0);
        }

        /** The number of a heading; empty where headings of its level have none. */
        private String heading(Heading heading) {
            int level = heading.getLevel();
            boolean isTitle = page.inventory().pageTitle().filter(title -> title == heading).isPresent();
            // a Jupyter Book whose contents are numbered numbers the headings of its pages too; where pages stand below a page, they have these numbers
            boolean below = page.environment().manner().sphinx() && !plan.number().isEmpty() && !plan.opensOthers();
            if (isTitle && (below || !plan.number().isEmpty()) || !below && !numbering.countsHeading(level) || below && level == 1) {
                return "";
            }
            headings[level]++;
            Arrays.fill(headings, level + 1, headings.length, 0);
            var number = new StringBuilder();
            for (int i = below ? 2 : 1; i <= level; i++) {
                if (below || numbering.countsHeading(i)) {
                    number.append(number.isEmpty() ? "" : ".").append(headings[i]);
                }
            }
            return below ? plan.number() + "." + number : numbering.written(Kind.HEADING, number.toString());
        }

        private void footnote(Part part) {
            int number = footnotes.computeIfAbsent(part.tag(), t -> footnotes.size() + 1);
            put(part, new Facts.Own(String.valueOf(number), "", noted.merge(part.tag(), 1, Integer::sum) - 1));
        }

        private Facts.Referent referent(Part part, Facts.Own own, Page.Title title) {
            boolean isPage = page.inventory().pageTitle().map(h -> h == part.node()).orElse(false);
            var url = "/" + plan.path() + (isPage || own.id().isEmpty() ? "" : "#" + own.id());
            return new Facts.Referent(part.kind(), isPage && own.number().isEmpty() ? plan.number() : own.number(),
                    isPage && own.number().isEmpty() ? word(plan.number()) : numbering.word(part.kind(), part.kind() == Kind.HEADING && !own.number().isEmpty() ? "Section" : part.kind().word()), url, title.html(), title.text());
        }

        private void name(Part part, Facts.Own own, Facts.Referent referent) {
            if (!own.id().isEmpty()) {
                anchors.putIfAbsent(own.id(), referent);
                if (part.node() instanceof Heading heading) {
                    anchors.putIfAbsent(Labels.slug(PlainText.of(heading)), referent);
                }
            }
            if (!part.label().isEmpty()) {
                var other = labels.putIfAbsent(part.label(), referent);
                if (part.kind() == Kind.EQUATION && other != null && other.kind() != Kind.EQUATION) {
                    // under Sphinx equations and other things have names of their own
                    labels.putIfAbsent(Labels.equation(part.label()), referent);
                }
                places.putIfAbsent(part.label(), part.place());
            }
            if (part.node() instanceof Directive d && d.name().equals("widget")) {
                benches.putIfAbsent(part.label().isEmpty() ? "widget-" + d.argument() : part.label(), new Facts.Bench(d.argument().strip(), d.option("state"), referent.url()));
            }
        }
    }
}
