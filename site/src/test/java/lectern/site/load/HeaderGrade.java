package lectern.site.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Grades the headers of an answer as the public graders do, against the strictest set that a page with KaTeX's style attributes can carry. */
final class HeaderGrade {
    /** Directives of the policy and all that each may allow. */
    private static final Map<String, Set<String>> POLICY = Map.ofEntries(
            Map.entry("default-src", Set.of("'none'")), Map.entry("script-src", Set.of("'self'")), Map.entry("style-src", Set.of("'self'")), Map.entry("style-src-attr", Set.of("'unsafe-inline'")),
            Map.entry("img-src", Set.of("'self'", "data:")), Map.entry("font-src", Set.of("'self'")), Map.entry("media-src", Set.of("'self'")), Map.entry("connect-src", Set.of("'self'")),
            Map.entry("manifest-src", Set.of("'self'")), Map.entry("worker-src", Set.of("'self'")), Map.entry("base-uri", Set.of("'none'")), Map.entry("form-action", Set.of("'self'")));

    private HeaderGrade() {}

    /** What is wrong, in words; empty for the best grade. */
    static String faults(String path, Client.Answer answer) {
        var faults = new ArrayList<String>();
        boolean found = answer.status() == 200;
        boolean embed = path.startsWith("/embed/") && found;
        boolean script = embed && path.endsWith("widget.js");
        boolean figure = path.startsWith("/figures/") && found;
        boolean asset = path.startsWith("/assets/");
        is(faults, answer, "x-content-type-options", "nosniff");
        is(faults, answer, "referrer-policy", "strict-origin-when-cross-origin");
        is(faults, answer, "cross-origin-opener-policy", "same-origin");
        is(faults, answer, "cross-origin-resource-policy", embed || figure || asset ? "cross-origin" : "same-origin");
        is(faults, answer, "access-control-allow-origin", asset || script ? "*" : "");
        is(faults, answer, "server", "");
        is(faults, answer, "x-powered-by", "");
        is(faults, answer, "set-cookie", "");
        if (answer.body().length > 0 && answer.header("content-type").isEmpty()) {
            faults.add("no type");
        }
        if (answer.header("content-length").isEmpty() && !answer.header("transfer-encoding").equals("chunked") && answer.status() != 304) {
            faults.add("no length");
        }
        if (figure) {
            is(faults, answer, "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
        } else {
            policy(faults, answer.header("content-security-policy"), embed && !script ? "*" : "'none'");
        }
        return String.join(", ", faults);
    }

    private static void is(List<String> faults, Client.Answer answer, String header, String value) {
        if (!answer.header(header).equals(value)) {
            faults.add(header + ": " + answer.header(header) + " (not " + value + ")");
        }
    }

    private static void policy(List<String> faults, String policy, String framedBy) {
        var said = new TreeMap<String, Set<String>>();
        for (String directive : policy.split(";\\s*")) {
            var words = List.of(directive.strip().split("\\s+"));
            said.put(words.getFirst(), words.stream().skip(1).collect(Collectors.toSet()));
        }
        var wanted = new TreeMap<>(POLICY);
        wanted.put("frame-ancestors", Set.of(framedBy));
        if (!said.equals(wanted)) {
            faults.add("policy " + policy);
        }
    }
}
