package lectern.site.markup.tex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of what KaTeX wrote. It writes every attribute in double quotes and closes every element, so that no parser of the wild web is needed. */
sealed interface Markup {
    void write(StringBuilder to);

    /** Text as it was written, or an element without an end. */
    record Text(String text) implements Markup {
        @Override
        public void write(StringBuilder to) {
            to.append(text);
        }
    }

    /** An element that may be changed. */
    final class Element implements Markup {
        final String name;
        /** Names of classes, in order. */
        List<String> classes;
        String style;
        /** Its other attributes, with a space before each. */
        String others;
        List<Markup> children = new ArrayList<>();

        private Element(String tag) {
            int end = tag.indexOf(' ');
            name = end < 0 ? tag : tag.substring(0, end);
            var rest = end < 0 ? "" : tag.substring(end);
            var named = value(rest, "class");
            classes = named.isEmpty() ? List.of() : Arrays.asList(named.split(" "));
            style = value(rest, "style");
            others = without(without(rest, "class", named), "style", style);
        }

        /** A span of one class. */
        Element(String style, String cssClass, List<Markup> children) {
            name = "span";
            classes = List.of(cssClass);
            this.style = style;
            others = "";
            this.children = children;
        }

        private static String value(String attributes, String name) {
            int at = attributes.indexOf(' ' + name + "=\"");
            if (at < 0) {
                return "";
            }
            int from = at + name.length() + 3;
            return attributes.substring(from, attributes.indexOf('"', from));
        }

        private static String without(String attributes, String name, String value) {
            return attributes.isEmpty() ? "" : attributes.replace(' ' + name + "=\"" + value + '"', "");
        }

        boolean is(String cssClass) {
            return classes.contains(cssClass);
        }

        /** Whether the element says nothing of its own. */
        boolean isBare() {
            return classes.isEmpty() && style.isEmpty() && others.isEmpty();
        }

        /** A child that is an element. */
        Element child(int index) {
            return (Element) children.get(index);
        }

        @Override
        public void write(StringBuilder to) {
            to.append('<').append(name);
            if (!classes.isEmpty()) {
                to.append(" class=\"").append(String.join(" ", classes)).append('"');
            }
            if (!style.isEmpty()) {
                to.append(" style=\"").append(style).append('"');
            }
            to.append(others).append('>');
            children.forEach(child -> child.write(to));
            to.append("</").append(name).append('>');
        }
    }

    /** The pieces of a formula. */
    static List<Markup> read(String html) {
        var root = new Element("", "", new ArrayList<>());
        var open = new ArrayDeque<Element>();
        open.push(root);
        for (int at = 0; at < html.length();) {
            int next = html.charAt(at) == '<' ? html.indexOf('>', at) + 1 : html.indexOf('<', at);
            int end = next <= 0 ? html.length() : next;
            if (html.charAt(at) != '<' || html.charAt(end - 2) == '/') {
                open.element().children.add(new Text(html.substring(at, end)));
            } else if (html.charAt(at + 1) == '/') {
                open.pop();
            } else {
                var element = new Element(html.substring(at + 1, end - 1));
                open.element().children.add(element);
                open.push(element);
            }
            at = end;
        }
        return root.children;
    }
}
