package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.site.markup.Labels;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;
import lectern.site.markup.Words;
import lectern.widgets.Widgets;
import lectern.widgets.worked.Worked;

/** Numbers and links in the sentence that belong to a widget: {@code {state}}, {@code {scrub}}, {@code {compute}}. */
final class Quantities {
    private static final Pattern COMPUTE = Pattern.compile("\\s*([\\w-]+)\\.(\\w+)(?:\\?([^|]*?))?\\s*(?:\\|\\s*(\\d+)\\s+(significant|decimals?)\\s*)?");

    private Quantities() {}

    static String write(PageWriter page, Role role) {
        return switch (role.name()) {
            case "state" -> state(page, role);
            case "scrub" -> scrub(page, role);
            default -> compute(page, role);
        };
    }

    private static String state(PageWriter page, Role role) {
        int mark = role.target().indexOf('?');
        var label = mark < 0 ? role.target() : role.target().substring(0, mark);
        var state = mark < 0 ? "" : role.target().substring(mark + 1);
        var bench = page.facts.bench(Labels.normal(label));
        if (bench.isEmpty()) {
            return missing(page, role, label);
        }
        for (var mistake : Widgets.mistakes(bench.get().widget(), state)) {
            page.report(role, Rule.BAD_STATE, mistake, "");
        }
        var text = role.title().isEmpty() ? role.target() : role.title();
        return "<a class=\"state\"" + attribute("href", "/widgets/" + bench.get().widget() + (state.isEmpty() ? "" : "?" + state)) + attribute("data-widget", Labels.id(label))
                + attribute("data-state", state) + ">" + escape(text) + "</a>";
    }

    private static String scrub(PageWriter page, Role role) {
        int dot = role.text().lastIndexOf('.');
        var label = dot < 0 ? role.text() : role.text().substring(0, dot);
        var name = role.text().substring(dot + 1).strip();
        var bench = page.facts.bench(Labels.normal(label));
        if (bench.isEmpty()) {
            return missing(page, role, label.strip());
        }
        var quantity = Widgets.quantity(bench.get().widget(), bench.get().state(), name);
        if (quantity.isEmpty()) {
            return unknown(page, role, bench.get().widget(), name);
        }
        var text = quantity.get().text() + (quantity.get().unit().isEmpty() ? "" : " " + quantity.get().unit());
        return "<span class=\"scrub\"" + attribute("data-widget", Labels.id(label)) + attribute("data-quantity", name) + attribute("title", quantity.get().words()) + ">" + escape(text) + "</span>";
    }

    private static String compute(PageWriter page, Role role) {
        var m = COMPUTE.matcher(role.text());
        if (!m.matches()) {
            page.report(role, Rule.BAD_STATE, "This is no computation: \"" + role.text() + "\".", "Write {compute}`name.quantity?state | 3 significant`, for a widget or a worked example.");
            return Roles.unhandled("role", role.name(), role.text());
        }
        var source = m.group(1);
        if (!Widgets.ids().contains(source) && !Worked.ids().contains(source)) {
            var known = Stream.concat(Widgets.ids().stream(), Worked.ids().stream()).toList();
            page.report(role, Rule.BAD_STATE, "There is no widget and no worked example \"" + source + "\".", Words.didYouMean(source, known));
            return Roles.unhandled("role", role.name(), role.text());
        }
        boolean worked = Worked.ids().contains(source);
        var state = m.group(3) == null ? "" : m.group(3).strip();
        for (var mistake : worked ? Worked.mistakes(source, state) : Widgets.mistakes(source, state)) {
            page.report(role, Rule.BAD_STATE, mistake, "");
        }
        var values = worked ? Worked.result(source, state, m.group(2)) : Widgets.quantity(source, state, m.group(2)).map(quantity -> List.of(quantity.value()));
        if (values.isEmpty()) {
            return worked ? unknown(page, role, "worked example", source, "result", m.group(2), Worked.results(source)) : unknown(page, role, source, m.group(2));
        }
        int digits = m.group(4) == null ? 3 : Math.clamp(Long.parseLong(m.group(4)), 0, 12);
        boolean significant = m.group(5) == null || m.group(5).equals("significant");
        var shown = values.get().stream().map(value -> number(value, digits, significant)).collect(Collectors.joining(", "));
        page.show(role.text(), shown);
        return "<span class=\"num\">" + escape(shown) + "</span>";
    }

    /** A number for a sentence: a real minus sign, powers of ten beyond six digits, alone where their factor is 1. */
    static String number(double value, int digits, boolean significant) {
        var exact = new BigDecimal(value);
        var rounded = significant ? exact.round(new MathContext(Math.max(1, digits))) : exact.setScale(digits, RoundingMode.HALF_UP);
        int exponent = rounded.precision() - rounded.scale() - 1;
        String text;
        if (rounded.signum() != 0 && (exponent >= 6 || exponent < -4)) {
            var power = Integer.toString(exponent).chars().mapToObj(c -> c == '-' ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(c - '0', c - '0' + 1)).reduce("", String::concat);
            var factor = rounded.scaleByPowerOfTen(-exponent).toPlainString();
            text = (factor.equals("1") ? "10" : factor.equals("-1") ? "-10" : factor + "·10") + power;
        } else {
            text = rounded.toPlainString();
        }
        return text.replace('-', '−');
    }

    private static String missing(PageWriter page, Role role, String label) {
        page.report(role, Rule.BROKEN_REFERENCE, "There is no widget labelled \"" + label + "\".", page.facts.didYouMean(Facts.Named.BENCH, label));
        return Roles.unhandled("role", role.name(), role.text());
    }

    private static String unknown(PageWriter page, Role role, String widget, String name) {
        return unknown(page, role, "widget", widget, "quantity", name, Widgets.quantities(widget));
    }

    private static String unknown(PageWriter page, Role role, String kind, String source, String part, String name, List<String> names) {
        boolean known = names.contains(name);
        page.report(role, Rule.BAD_STATE, "The " + kind + " \"" + source + "\" has no " + (known ? "value of \"" + name + "\" in this state." : part + " \"" + name + "\"."),
                known ? "" : Words.didYouMean(name, names));
        return Roles.unhandled("role", role.name(), role.text());
    }
}
