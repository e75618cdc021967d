package lectern.widgets.widget;

/**
 * The one question of a widget.
 *
 * @param text the question; a widget that is itself the question has no options and asks nothing first
 * @param options number and unit, such as {@code 20 rad/s}
 * @param right index of the right option
 * @param preset name of the preset that answers it; empty when the widget itself does
 * @param answer the answer in a sentence, shown once that preset was pressed
 */
public record Question(String text, String[] options, int right, String preset, String answer) {}
