package lectern.site.narration.speech;

/**
 * A stretch of the page.
 *
 * @param block index of the block among the children of {@code main}
 * @param from first character in what is read of the block, formulas and the like counted as one
 * @param to one after its last
 */
public record Place(int block, int from, int to) {
    @Override
    public String toString() {
        return block + ":" + from + "-" + to;
    }
}
