package lectern.widgets.browser;

/** States in a page's query: {@code arm.v=1&arm.q=0.3,0} for the widget labelled {@code arm}. */
final class Address {
    private static final String RESERVED = " theme lang hide format fragment ";

    private Address() {}

    /** The state behind a prefix, without the prefix; empty when there is none. */
    static String own(String query, String prefix) {
        return walk(query, prefix, true);
    }

    /** The query with another state behind a prefix; everything else stays. */
    static String with(String query, String prefix, String state) {
        StringBuilder text = new StringBuilder(walk(query, prefix, false));
        int at = 0;
        while (at < state.length()) {
            int end = state.indexOf('&', at);
            end = end < 0 ? state.length() : end;
            text.append(text.length() == 0 ? "" : "&").append(prefix).append(state, at, end);
            at = end + 1;
        }
        return text.toString();
    }

    private static String walk(String query, String prefix, boolean own) {
        StringBuilder text = new StringBuilder();
        int at = query.startsWith("?") ? 1 : 0;
        while (at < query.length()) {
            int end = query.indexOf('&', at);
            end = end < 0 ? query.length() : end;
            String pair = query.substring(at, end);
            int equals = pair.indexOf('=');
            boolean reserved = RESERVED.contains(" " + pair.substring(0, Math.max(0, equals)) + " ");
            boolean mine = pair.startsWith(prefix) && !(prefix.isEmpty() && reserved);
            if (mine == own && end > at) {
                text.append(text.length() == 0 ? "" : "&").append(own ? pair.substring(prefix.length()) : pair);
            }
            at = end + 1;
        }
        return text.toString();
    }
}
