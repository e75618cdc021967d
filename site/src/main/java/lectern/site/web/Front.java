package lectern.site.web;

import java.util.List;
import lectern.site.book.Book;
import lectern.site.book.Chapter;
import lectern.site.book.Section;

/** Whether the contents page of two readings of a book is the same. Asked at every save, so nothing is made for it. */
final class Front {
    private Front() {}

    static boolean isSame(Book old, Book now, boolean sameBack) {
        return sameBack && old.title().equals(now.title()) && old.description().equals(now.description()) && old.authors().equals(now.authors()) && old.license().equals(now.license())
                && old.edition().equals(now.edition()) && !now.sections().isEmpty() && chapters(old.chapters(), now.chapters());
    }

    private static boolean chapters(List<Chapter> old, List<Chapter> now) {
        for (int i = 0; i < now.size() && old.size() == now.size(); i++) {
            var was = old.get(i);
            var is = now.get(i);
            if (!was.number().equals(is.number()) || !was.title().equals(is.title()) || !was.description().equals(is.description()) || was.entries().size() != is.entries().size()) {
                return false;
            }
            for (int e = 0; e < is.entries().size(); e++) {
                if (!entry(was.entries().get(e), is.entries().get(e))) {
                    return false;
                }
            }
        }
        return old.size() == now.size();
    }

    private static boolean entry(Chapter.Entry old, Chapter.Entry now) {
        return switch (now) {
            case Chapter.Entry.Written(Section s) -> old instanceof Chapter.Entry.Written(Section was)
                    && (was == s || was.path().equals(s.path()) && was.number().equals(s.number()) && was.titleHtml().equals(s.titleHtml()) && was.minutes() == s.minutes());
            case Chapter.Entry.Planned planned -> planned.equals(old);
            case Chapter.Entry.Link link -> link.equals(old);
        };
    }
}
