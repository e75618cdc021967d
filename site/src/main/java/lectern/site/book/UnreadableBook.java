package lectern.site.book;

/** The folder is not a book, or its configuration cannot be read; the problem says what to do. */
public final class UnreadableBook extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    public UnreadableBook(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
