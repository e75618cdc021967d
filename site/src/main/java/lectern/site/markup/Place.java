package lectern.site.markup;

/**
 * A spot in a file of the book.
 *
 * @param file path inside the book folder, with forward slashes
 * @param line 1-based; 0 for the file as a whole
 * @param column 1-based; 0 for the line as a whole
 */
public record Place(String file, int line, int column) {
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }
}
