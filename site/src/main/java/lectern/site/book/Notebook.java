package lectern.site.book;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;

/** A Jupyter notebook as Markdown: its text cells, and its code cells with what they wrote, drew and threw. */
final class Notebook {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");
    private static final List<String> PICTURES = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private Notebook() {}

    static String markdown(String text, String file, List<Mistake> mistakes) {
        try {
            var notebook = JsonParser.parseString(text).getAsJsonObject();
            var kernel = object(object(notebook, "metadata"), "kernelspec");
            var language = Optional.of(joined(kernel.get("language"))).filter(l -> !l.isEmpty()).orElse("python");
            var markdown = new StringBuilder();
            for (var item : array(notebook, "cells")) {
                var cell = item.getAsJsonObject();
                switch (joined(cell.get("cell_type"))) {
                    case "markdown" -> markdown.append(attached(joined(cell.get("source")), object(cell, "attachments"))).append("\n\n");
                    case "code" -> code(cell, language, markdown);
                    default -> raw(joined(cell.get("source")), markdown);
                }
            }
            return markdown.toString();
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            var at = Pattern.compile("line (\\d+) column (\\d+)").matcher(String.valueOf(e.getMessage()));
            var place = at.find() ? new Place(file, Integer.parseInt(at.group(1)), Integer.parseInt(at.group(2))) : Place.of(file);
            mistakes.add(new Mistake(place, Rule.UNREADABLE_PAGE, "The notebook cannot be read: it is no JSON of Jupyter's form.", "Save it again from Jupyter."));
            return "";
        }
    }

    private static void code(JsonObject cell, String language, StringBuilder markdown) {
        var metadata = object(cell, "metadata");
        var source = joined(cell.get("source"));
        var tags = (stream(array(metadata, "tags")).map(Notebook::joined).collect(Collectors.joining(" ")) + " " + comment(source, "tags").replaceAll("[\\[\\]\"',]+", " ")).strip().replace('_', '-');
        var figure = object(object(metadata, "mystnb"), "figure");
        var label = first(comment(source, "label"), joined(metadata.get("label")), joined(figure.get("name")));
        var caption = first(comment(source, "caption"), joined(metadata.get("caption")), joined(figure.get("caption")));
        var shown = new StringBuilder(fenced("{code-cell} " + language + (tags.isEmpty() ? "" : "\n:tags: " + tags), !source.startsWith("#|") ? source : source.lines().dropWhile(line -> line.startsWith("#|")).collect(Collectors.joining("\n"))));
        if (!tags.contains("remove-output") && !tags.contains("remove-cell")) {
            var outputs = stream(array(cell, "outputs")).map(o -> output(o.getAsJsonObject(), tags)).collect(Collectors.joining());
            boolean folded = (tags.contains("hide-output") || tags.contains("hide-cell")) && !outputs.isEmpty();
            shown.append(folded ? "::::::{dropdown} Output\n" + outputs + "::::::\n\n" : outputs);
        }
        boolean named = !label.isEmpty() || !caption.isEmpty();
        markdown.append(named ? "::::::::{notebook-cell}\n" + option("label", label) + option("caption", caption) + "\n" : "").append(shown).append(named ? "::::::::\n\n" : "");
    }

    private static String option(String name, String value) {
        return value.isEmpty() ? "" : ":" + name + ": " + value.replaceAll("\\s+", " ") + "\n";
    }

    private static String first(String... texts) {
        return java.util.Arrays.stream(texts).map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** The value of {@code #| key: value} at the head of a cell. */
    private static String comment(String source, String key) {
        return !source.startsWith("#|") ? "" : source.lines().takeWhile(line -> line.startsWith("#|")).map(line -> line.substring(2).strip()).filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip().replaceFirst("^([\"'])(.*)\\1$", "$2")).findFirst().orElse("");
    }

    /** A raw cell that opens the notebook may be its front matter. */
    private static void raw(String source, StringBuilder markdown) {
        markdown.append(markdown.isEmpty() && source.startsWith("---") ? source + "\n\n" : source.isBlank() ? "" : fenced("", source));
    }

    private static String output(JsonObject output, String tags) {
        if (tags.contains("remove-" + joined(output.get("name"))) && output.has("name")) {
            return "";
        }
        if (output.has("text")) {
            return plain(joined(output.get("text")));
        }
        if (output.has("traceback")) {
            return plain(joined(output.get("traceback")).isEmpty() ? joined(output.get("ename")) + ": " + joined(output.get("evalue"))
                    : stream(output.getAsJsonArray("traceback")).map(Notebook::joined).collect(Collectors.joining("\n")));
        }
        var data = object(output, "data");
        var html = joined(data.get("text/html"));
        // what draws itself by a script has a still picture or words beside it
        if (!html.isBlank() && !(html.contains("<script") && data.size() > 1)) {
            return fenced("{cell-output} html", html);
        }
        if (data.has("image/svg+xml")) {
            return picture("image/svg+xml", Base64.getEncoder().encodeToString(joined(data.get("image/svg+xml")).getBytes(StandardCharsets.UTF_8)));
        }
        for (var type : PICTURES) {
            if (data.has(type)) {
                return picture(type, joined(data.get(type)));
            }
        }
        for (var type : List.of("text/markdown", "text/latex")) {
            if (data.has(type)) {
                return joined(data.get(type)).strip() + "\n\n";
            }
        }
        return plain(joined(data.get("text/plain")));
    }

    private static String plain(String text) {
        return text.isBlank() ? "" : fenced("", COLOURS.matcher(text).replaceAll(""));
    }

    private static String picture(String type, String base64) {
        return "![Output of the cell above](data:" + type + ";base64," + base64.replaceAll("\\s", "") + ")\n\n";
    }

    /** Pictures that were dropped into a text cell stand in the cell itself. */
    private static String attached(String source, JsonObject attachments) {
        var text = source;
        for (var name : attachments.keySet()) {
            var data = object(attachments, name);
            for (var type : data.keySet()) {
                text = text.replace("attachment:" + name, "data:" + type + ";base64," + joined(data.get(type)).replaceAll("\\s", ""));
            }
        }
        return text;
    }

    private static String fenced(String info, String body) {
        var fence = "````";
        while (body.contains(fence)) {
            fence += "`";
        }
        return fence + info + "\n" + body + (body.endsWith("\n") ? "" : "\n") + fence + "\n\n";
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject o ? o : new JsonObject();
    }

    private static JsonArray array(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray a ? a : new JsonArray();
    }

    private static java.util.stream.Stream<JsonElement> stream(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String joined(@org.jspecify.annotations.Nullable JsonElement source) {
        return source instanceof JsonArray lines ? stream(lines).map(Notebook::joined).collect(Collectors.joining())
                : source == null || source.isJsonNull() ? "" : source.isJsonPrimitive() ? source.getAsString() : source.toString();
    }
}
