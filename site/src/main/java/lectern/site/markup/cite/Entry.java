package lectern.site.markup.cite;

import java.util.List;

/**
 * A work of the bibliography; all text is plain, maths apart, which stays {@code $…$}.
 *
 * @param families family names in order; {@code others} stands for "and others"
 * @param year as given, with a letter where the same authors have several works of a year
 * @param venue journal, book, publisher or school, with volume and pages
 * @param links address and words of each link
 */
public record Entry(String key, List<String> families, String year, String title, String venue, List<Link> links, int line) {
    public record Link(String url, String words) {}

    public Entry {
        families = List.copyOf(families);
        links = List.copyOf(links);
    }

    /** "Black et al.", "Lynch and Park", "Buss". */
    public String shortAuthors() {
        return switch (families.size()) {
            case 0 -> title.replace("$", "");
            case 1 -> families.getFirst();
            case 2 -> families.getLast().equals("others") ? families.getFirst() + " et al." : families.getFirst() + " and " + families.getLast();
            default -> families.getFirst() + " et al.";
        };
    }

    /** "Kim, Pertsch, Karamcheti and others": at most three by name, four when there are no more. */
    public String longAuthors() {
        var names = families.stream().filter(f -> !f.equals("others")).toList();
        if (names.isEmpty()) {
            return "";
        }
        if (names.size() < families.size() || names.size() > 4) {
            return String.join(", ", names.subList(0, Math.min(3, names.size()))) + " and others";
        }
        return names.size() == 1 ? names.getFirst() : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
