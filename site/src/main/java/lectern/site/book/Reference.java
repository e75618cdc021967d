package lectern.site.book;

/**
 * A work in the list of a page.
 *
 * @param anchor id of its entry
 * @param number in a numeric style; empty in the others
 * @param entry HTML of what is said of it
 * @param back HTML of the link to where the page cites it; empty where it does not
 * @param title plain text
 * @param words the entry in plain text
 */
public record Reference(String anchor, String number, String entry, String back, String title, String words) {
    /** One {@code <li>}. */
    public String html() {
        return html(back);
    }

    /** The same with another way back. @param back HTML */
    public String html(String back) {
        return "<li id=\"" + anchor + "\">" + (number.isEmpty() ? "" : "<span class=\"n\">" + number + "</span>") + "<span>" + entry + (back.isEmpty() ? "" : " " + back) + "</span></li>";
    }
}
