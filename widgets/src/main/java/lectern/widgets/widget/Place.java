package lectern.widgets.widget;

/**
 * Where a widget stands.
 *
 * @param label element id, and prefix of the ids inside and of the state in the page's address
 * @param number figure number; empty on a page of its own, where everything is printed in full
 * @param caption finished markup; may be empty
 * @param start text of the state it starts from
 * @param presets whether the presets are shown
 * @param ask whether the question is asked
 */
public record Place(String label, String number, String caption, String start, boolean presets, boolean ask) {}
