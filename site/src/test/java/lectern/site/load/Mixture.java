package lectern.site.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lectern.site.browser.ServedBook;
import lectern.widgets.Widgets;

/** What a class of readers asks of a book: pages in each encoding, what they load, pages that are known already, searches, widgets, and addresses that lead nowhere. */
final class Mixture {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    private static final List<String> ENCODINGS = List.of("br", "gzip", "identity");
    private static final List<String> QUERIES = List.of("jacobian", "singular+value", "gradiant", "%24J%5E%5Ctop%24", "chain+rule", "learning+rate", "what+is+a+rotation", "zzzz");
    private static final List<String> STATES = List.of("", "q=0.3,0.001", "q=1.2,-0.7&solver=dls", "q=nonsense&x=%3Cb%3E");

    private Mixture() {}

    /** Requests in an order that is the same each time. */
    static List<String> of(ServedBook book) throws IOException {
        var all = new ArrayList<String>();
        try (var client = new Client(book.port())) {
            var links = new TreeSet<String>();
            for (String page : book.library.snapshot().pages().keySet()) {
                var answer = client.get("/" + page);
                LINK.matcher(answer.text()).results().map(found -> found.group(1).replace("&amp;", "&")).forEach(links::add);
                for (String encoding : ENCODINGS) {
                    all.add("/" + page + "\nAccept-Encoding: " + encoding);
                }
                all.add("/" + page + "\nIf-None-Match: " + answer.header("etag"));
            }
            links.removeIf(link -> link.startsWith("/search"));
            links.forEach(link -> all.add(link + "\nAccept-Encoding: gzip, br"));
        }
        for (String query : QUERIES) {
            all.add("/search?q=" + query);
            all.add("/search?fragment=1&q=" + query);
            all.add("/search.json?q=" + query);
        }
        for (String widget : Widgets.ids()) {
            for (String state : STATES) {
                all.add("/widgets/" + widget + "?" + state);
                all.add("/figures/" + widget + ".svg?" + state);
                all.add("/embed/" + widget + "?" + state);
            }
        }
        all.addAll(List.of("/livez", "/readyz", "/sitemap.xml", "/robots.txt", "/no/such/page", "/figures/nothing.svg", "/assets/0000000000000000/x.js"));
        Collections.shuffle(all, new Random(11));
        return all;
    }

    /** What is wrong with an answer, by its status alone where more is not known. */
    static String check(String path, Client.Answer answer) {
        boolean nowhere = path.startsWith("/no/") || path.contains("nothing") || path.startsWith("/assets/0000");
        boolean right = nowhere ? answer.status() == 404 : answer.status() == 200 || answer.status() == 304 || answer.status() == 301;
        return right ? "" : "status " + answer.status();
    }
}
