package lectern.widgets.browser;

/** Entry of the browser module. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
