package lectern.site.markup;

/** Something an author should mend: where, which rule, what is wrong, and what to do (empty when there is nothing to say). */
public record Mistake(Place place, Rule rule, String message, String hint) {
    public Mistake(Place place, Rule rule, String message) {
        this(place, rule, message, "");
    }
}
