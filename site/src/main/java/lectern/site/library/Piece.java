package lectern.site.library;

import lectern.site.markup.html.Html;

/**
 * A part of a page in the preview, whole elements, known by what it holds: an open page that shows a piece of the same hash need not be sent it again.
 *
 * @param hash 16 hexadecimal digits
 */
public record Piece(String hash, Html html) {
    public static Piece of(Html html) {
        return new Piece(Body.hash(html.bytes()), html);
    }
}
