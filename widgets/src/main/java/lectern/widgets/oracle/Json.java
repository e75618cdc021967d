package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Digits;
import lectern.widgets.math.Mat;

/** A JSON value; the texts {@code inf}, {@code -inf}, {@code nan} and numbers in quotes also read as numbers. */
public sealed interface Json {
    /** A number. */
    record Number(double value) implements Json {}

    /** A text. */
    record Text(String value) implements Json {}

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** The null of JSON. */
    record Nothing() implements Json {}

    /** Values in order. */
    record Items(List<Json> values) implements Json {}

    /** Named values in order; name k belongs to value k. */
    record Fields(List<String> names, List<Json> values) implements Json {
        /** The fields without any, to be filled by {@link #with}. */
        public Fields() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /** Adds a field and returns this. */
        public Fields with(String name, Json value) {
            names.add(name);
            values.add(value);
            return this;
        }
    }

    static Json of(double value) {
        return new Number(value);
    }

    static Json of(boolean value) {
        return new Flag(value);
    }

    static Json of(double[] values) {
        List<Json> items = new ArrayList<>(values.length);
        for (double value : values) items.add(new Number(value));
        return new Items(items);
    }

    static Json of(Mat matrix) {
        List<Json> items = new ArrayList<>(matrix.rows());
        for (int i = 0; i < matrix.rows(); i++) items.add(of(matrix.row(i)));
        return new Items(items);
    }

    static Json of(List<Json> values) {
        return new Items(values);
    }

    /** Whether this has a field of that name. */
    default boolean has(String name) {
        return this instanceof Fields(var names, var values) && names.contains(name);
    }

    /** The field of that name. */
    default Json get(String name) {
        if (this instanceof Fields(var names, var values) && names.contains(name)) return values.get(names.indexOf(name));
        throw new OracleException("there is no field " + name);
    }

    /** Names of the fields. */
    default List<String> names() {
        if (this instanceof Fields(var names, var values)) return names;
        throw new OracleException("named fields are expected");
    }

    /** The items of a list. */
    default List<Json> items() {
        if (this instanceof Items(var values)) return values;
        throw new OracleException("a list is expected");
    }

    default String text() {
        if (this instanceof Text(var value)) return value;
        throw new OracleException("a text is expected");
    }

    default boolean flag() {
        if (this instanceof Flag(var value)) return value;
        throw new OracleException("true or false is expected");
    }

    default boolean isNumber() {
        return this instanceof Number || this instanceof Text(var value) && (value.equals("inf") || value.equals("-inf") || value.equals("nan"));
    }

    default double number() {
        if (this instanceof Number(var value)) return value;
        if (this instanceof Text(var value)) {
            if (value.equals("inf")) return Double.POSITIVE_INFINITY;
            if (value.equals("-inf")) return Double.NEGATIVE_INFINITY;
            if (value.equals("nan")) return Double.NaN;
            double written = Digits.parse(value);
            if (written == written) return written;
        }
        throw new OracleException("a number is expected");
    }

    default int integer() {
        return (int) number();
    }

    /** The numbers of a list. */
    default double[] vector() {
        List<Json> items = items();
        double[] vector = new double[items.size()];
        for (int i = 0; i < vector.length; i++) vector[i] = items.get(i).number();
        return vector;
    }

    /** The numbers of a list of equally long lists. */
    default Mat matrix() {
        List<Json> items = items();
        double[][] rows = new double[items.size()][];
        for (int i = 0; i < rows.length; i++) rows[i] = items.get(i).vector();
        return Mat.ofRows(rows);
    }

    /** The number field of that name, or another value where it is absent. */
    default double number(String name, double otherwise) {
        return has(name) ? get(name).number() : otherwise;
    }
}
