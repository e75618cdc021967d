package lectern.widgets.oracle;

/** A case that cannot be run: an unknown topic, op or field, or an input of another form. */
public final class OracleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OracleException(String message) {
        super(message);
    }
}
