package lectern.site.markup;

import java.util.Map;
import java.util.Optional;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** A directive: {@code :::{name} argument}, options, body. Its children are the body's blocks where the body is Markdown. */
public final class Directive extends CustomBlock {
    /** The value of an option and where it stands. */
    public record Option(String value, Place place) {}

    private final String name;
    private final Place place;
    private Source all = new Source(java.util.List.of());
    private String argument;
    private Place argumentPlace;
    private Map<String, Option> options = Map.of();
    private Source body = new Source(java.util.List.of());
    private @Nullable Node title;

    Directive(String name, String argument, Place place, Place argumentPlace) {
        this.name = Directives.name(name);
        this.argument = argument;
        this.place = place;
        this.argumentPlace = argumentPlace;
    }

    public String name() {
        return name;
    }

    /** Where its fence begins. */
    public Place place() {
        return place;
    }

    public String argument() {
        return argument;
    }

    public Place argumentPlace() {
        return argumentPlace;
    }

    /** Everything between the fences, as written. */
    public Source all() {
        return all;
    }

    /** What stands below the options. */
    public Source body() {
        return body;
    }

    /** The argument as Markdown: a node whose children are inlines; absent where the argument is plain text or missing. */
    public Optional<Node> title() {
        return Optional.ofNullable(title);
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** The value of an option, empty when it is not given. */
    public String option(String option) {
        var found = options.get(option);
        return found == null ? "" : found.value();
    }

    /** Where an option's value stands; the directive's own place when it is not given. */
    public Place placeOf(String option) {
        var found = options.get(option);
        return found == null ? place : found.place();
    }

    public Map<String, Option> options() {
        return options;
    }

    /** Its label in normal form, by {@code :label:} or {@code :name:}; empty when it has none. */
    public String label() {
        var label = has("label") ? option("label") : option("name");
        return Labels.normal(label.isEmpty() && name.equals("figure-md") ? argument : label);
    }

    public String classes() {
        return option("class").replaceAll("[\\s,]+", " ").strip();
    }

    void setAll(Source lines) {
        all = lines;
        body = lines;
    }

    void set(Map<String, Option> options, Source body) {
        this.options = Map.copyOf(options);
        this.body = body;
    }

    void setArgument(String argument, Place place) {
        this.argument = argument;
        this.argumentPlace = place;
    }

    void setTitle(Document inlines) {
        title = inlines;
    }
}
