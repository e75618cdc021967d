package lectern.site.web;

/** Text that goes into HTML outside the templates. */
final class Words {
    private Words() {}

    /** Text as HTML, also inside an attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
    }
}
