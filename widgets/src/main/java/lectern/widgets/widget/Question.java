package lectern.widgets.widget;

/**
 * The one question of a widget.
 *
 * @param text the question; a widget that is itself the question has no options and asks nothing first
 * @param options number and unit, such as {@code 20 rad/s}
 * @param right index of the right option
 * @param preset index of the preset that shows the answer
 * @param answer the answer in a sentence, shown once that preset was pressed
 */
public record Question(String text, String[] options, int right, int preset, String answer) {}
