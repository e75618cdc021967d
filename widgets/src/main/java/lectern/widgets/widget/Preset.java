package lectern.widgets.widget;

/**
 * A named state.
 *
 * @param name as a book writes it
 * @param title on its button
 * @param state text form
 */
public record Preset(String name, String title, String state) {}
