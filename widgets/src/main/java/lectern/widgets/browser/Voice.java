package lectern.widgets.browser;

import org.teavm.jso.JSObject;

/** Polite announcements of one widget, at most two a second; of several waiting, the latest. */
final class Voice {
    private static final double PAUSE = 500;

    private final JSObject region;
    private String waiting = "";
    private boolean resting;

    Voice(JSObject region) {
        this.region = region;
    }

    void say(String words) {
        waiting = words;
        if (!resting) {
            speak();
        }
    }

    private void speak() {
        if (waiting.isEmpty()) {
            return;
        }
        Dom.property(region, "textContent", waiting);
        waiting = "";
        resting = true;
        Dom.later(() -> {
            resting = false;
            speak();
        }, PAUSE);
    }
}
