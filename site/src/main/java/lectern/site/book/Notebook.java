package lectern.site.book;

import java.util.List;
import java.util.stream.Collectors;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.Yaml;

/** A Jupyter notebook as Markdown: its text cells, and its code cells with the text they printed. */
final class Notebook {
    private Notebook() {}

    static String markdown(String text, String file, List<Mistake> mistakes) {
        try {
            var notebook = Yaml.map(text);
            var language = Yaml.text(Yaml.map(Yaml.map(notebook.get("metadata")).get("kernelspec")).getOrDefault("language", "python"));
            var markdown = new StringBuilder();
            for (var item : Yaml.list(notebook.get("cells"))) {
                var cell = Yaml.map(item);
                var source = joined(cell.get("source"));
                var tags = Yaml.list(Yaml.map(cell.get("metadata")).get("tags")).stream().map(Object::toString).collect(Collectors.joining(" "));
                switch (Yaml.text(cell.get("cell_type"))) {
                    case "markdown" -> markdown.append(source).append("\n\n");
                    case "code" -> {
                        markdown.append(fenced("{code-cell} " + language + (tags.isEmpty() ? "" : "\n:tags: " + tags), source));
                        if (!tags.contains("remove-output") && !tags.contains("remove-cell")) {
                            Yaml.list(cell.get("outputs")).forEach(o -> markdown.append(output(Yaml.map(o))));
                        }
                    }
                    default -> { }
                }
            }
            return markdown.toString();
        } catch (Yaml.Unreadable e) {
            mistakes.add(new Mistake(new Place(file, e.line, e.column), Rule.UNREADABLE_PAGE, "The notebook cannot be read: " + e.getMessage() + ".", "Save it again from Jupyter."));
            return "";
        }
    }

    private static String output(java.util.Map<String, Object> output) {
        var data = Yaml.map(output.get("data"));
        var text = output.containsKey("text") ? joined(output.get("text")) : joined(data.get("text/plain"));
        if (data.containsKey("image/png")) {
            return "![Output of the cell above](data:image/png;base64," + joined(data.get("image/png")).replaceAll("\\s", "") + ")\n\n";
        }
        return text.isBlank() ? "" : fenced("", text);
    }

    private static String fenced(String info, String body) {
        var fence = "````";
        return fence + info + "\n" + body + (body.endsWith("\n") ? "" : "\n") + fence + "\n\n";
    }

    private static String joined(@org.jspecify.annotations.Nullable Object source) {
        return source instanceof List<?> lines ? lines.stream().map(String::valueOf).collect(Collectors.joining()) : source == null ? "" : source.toString();
    }
}
