package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import org.jspecify.annotations.Nullable;

/** The places of a sheet that show {@link Widget#live}: each element made here takes the next text and is marked {@code data-v}. */
public final class Slots {
    private final String[] texts;
    private int next;

    Slots(String[] texts) {
        this.texts = texts;
    }

    /** An element around the next text. */
    public Element of(String name, @Nullable String... attributes) {
        return marked(name, attributes).with(texts[next++]);
    }

    /** An element with a short number in it, on one line: a change moves nothing around it, so that it costs no layout of the panel. */
    public Element number(String name, String css) {
        return Element.of(name, "class", "num" + css).with(of("span"));
    }

    /** A bar as long as the next text says; a change of it is painted without a layout. */
    public Element bar() {
        return marked("i", "style", "background-size:" + texts[next++]);
    }

    /** One of a few options; the next text is the picked one's value. */
    public Element choice(String group, String name, String words, String[] options, String[] labels) {
        Element[] children = new Element[options.length + 1];
        children[0] = Element.of("legend").with(words);
        for (int i = 0; i < options.length; i++) {
            children[i + 1] = Element.of("label", "class", "pick").with(
                Element.of("input", "type", "radio", "name", group + name, "value", options[i], "data-choose", name,
                    "checked", options[i].equals(texts[next]) ? "" : null),
                Element.of("span").with(labels[i]));
        }
        next++;
        return marked("fieldset", "class", "choice").with(children);
    }

    /** A field for a formula holding the next text, and a line under it with the one after: a mistake if that begins with a cross. */
    public Element[] field(Symbol symbol, String name, String id) {
        Element input = marked("input", "id", id, "value", texts[next++], "data-fill", name, "autocomplete", "off", "autocapitalize", "none",
            "spellcheck", "false", "maxlength", "120", "aria-label", symbol.words(), "aria-describedby", id + "-said",
            "aria-invalid", texts[next].isEmpty() ? null : texts[next].startsWith("✕") ? "true" : "false");
        return new Element[] {symbol.mark(), Element.of("span", "class", "field").with(input, of("span", "class", "said", "id", id + "-said"))};
    }

    private static Element marked(String name, @Nullable String... attributes) {
        String[] all = new String[attributes.length + 2];
        System.arraycopy(attributes, 0, all, 0, attributes.length);
        all[attributes.length] = "data-v";
        all[attributes.length + 1] = "";
        return Element.of(name, all);
    }
}
