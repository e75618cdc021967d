package lectern.site.web;

/** The cover's drawing. */
final class Cover {
    private Cover() {}

    static String art() {
        return "";
    }
}
