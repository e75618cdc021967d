package lectern.site.web;

/**
 * The page before or after this one.
 *
 * @param minutes to read; 0 to leave them out
 */
public record Turn(String href, String number, String title, int minutes) {
    /** Its mark, as SVG text. */
    public String pose() {
        return Poses.mark(number);
    }
}
