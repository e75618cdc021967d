package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;

/**
 * The native controls of a panel.
 *
 * @param prefix of the ids
 * @param degrees whether angles are shown in degrees
 */
record Controls(String prefix, boolean degrees) {

    Element view(Control[] all, int from, int to, boolean locked) {
        Nodes grid = new Nodes();
        Nodes rest = new Nodes();
        boolean angles = false;
        for (int i = from; i < to; i++) {
            switch (all[i]) {
                case Control.Slider slider -> {
                    slider(grid, slider);
                    angles |= slider.unit().equals("rad");
                }
                case Control.Choice choice -> rest.add(choice(choice.name(), choice.words(), choice.options(), choice.labels(), choice.chosen()));
                case Control.Field field -> field(grid, field);
                case Control.Button button -> rest.add(
                    Element.of("button", "type", "button", "class", "btn", "data-do", "press " + button.name()).with(button.words()));
            }
        }
        if (angles) {
            rest.add(choice("degrees", "Angles in", new String[] {"", "1"}, new String[] {"radians", "degrees"}, degrees ? "1" : ""));
        }
        Element sliders = Element.of("div", "class", "ctl").with(grid.all());
        Element choices = Element.of("div", "class", "choices").with(rest.all());
        return Element.of("fieldset", "class", from == 0 ? "controls" : "controls below", "disabled", locked ? "" : null).with(
            Element.of("legend", "class", "vh").with(from == 0 ? "Controls" : "More controls"),
            from == 0 ? sliders : choices, from == 0 ? choices : sliders);
    }

    private void slider(Nodes grid, Control.Slider slider) {
        double factor = Units.factor(slider.unit(), degrees);
        boolean turned = factor != 1;
        String unit = Units.name(slider.unit(), degrees);
        int decimals = turned ? Math.max(0, slider.decimals() - 2) : slider.decimals();
        String id = prefix + slider.name();
        String value = Digits.text(slider.value() * factor, 6);
        String low = Digits.text(slider.low() * factor, 6);
        String high = Digits.text(slider.high() * factor, 6);
        double part = (slider.value() - slider.low()) / (slider.high() - slider.low()) * 100;
        String role = slider.symbol().role();
        String words = slider.symbol().words();
        grid.add(
            Element.of("label", "for", id).with(slider.symbol().inline()),
            Element.of("input", "id", id, "type", "range", "class", "r-" + role, "min", low, "max", high, "step", "any", "value", value,
                "style", "--c:var(--" + role + ");--p:" + Digits.fixed(part, 1) + "%", "data-put", slider.name(),
                "aria-valuetext", Shown.fixed(slider.value() * factor, decimals) + " " + (unit.isEmpty() ? "" : unit)),
            Element.of("span", "class", "box").with(
                Element.of("input", "type", "number", "step", "any", "inputmode", "decimal", "min", low, "max", high,
                    "value", box(slider.value() * factor, decimals), "data-put", slider.name(),
                    "aria-label", unit.isEmpty() ? words : words + " in " + unit),
                Element.of("span", "class", "unit", "aria-hidden", "true").with(unit)));
    }

    /** As many decimals as the box holds, or more significant digits where those would say zero. */
    private static String box(double value, int decimals) {
        String text = Digits.fixed(value, decimals);
        return value != 0 && Digits.parse(text) == 0 ? Digits.text(value, 2) : text;
    }

    private Element choice(String name, String words, String[] options, String[] labels, String chosen) {
        Node[] children = new Node[options.length + 1];
        children[0] = Element.of("legend").with(words);
        for (int i = 0; i < options.length; i++) {
            children[i + 1] = Element.of("label", "class", "pick").with(
                Element.of("input", "type", "radio", "name", prefix + name, "value", options[i], "data-choose", name,
                    "checked", options[i].equals(chosen) ? "" : null),
                Element.of("span").with(labels[i]));
        }
        return Element.of("fieldset", "class", "choice").with(children);
    }

    private void field(Nodes grid, Control.Field field) {
        String id = prefix + field.name();
        boolean wrong = field.verdict().equals("wrong");
        grid.add(
            Element.of("label", "for", id).with(field.symbol().inline()),
            Element.of("span", "class", "field").with(
                Element.of("input", "id", id, "type", "text", "class", field.verdict(), "value", field.text(), "data-fill", field.name(),
                    "autocomplete", "off", "autocapitalize", "none", "spellcheck", "false", "maxlength", "120",
                    "aria-invalid", wrong ? "true" : null, "aria-describedby", id + "-said"),
                Element.of("span", "class", "said", "id", id + "-said").with(field.remark())));
    }
}
