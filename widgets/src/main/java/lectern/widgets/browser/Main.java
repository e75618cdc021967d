package lectern.widgets.browser;

/** Entry of the browser module: from here on every widget of the page is alive. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        new Page().open();
    }
}
