package lectern.site.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.site.book.Sum;
import lectern.site.library.Body;
import lectern.widgets.Widgets;

/** The files of the class path that pages load, each under the hash of its content, so that it may be kept for ever. */
public final class Assets {
    private static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/";

    /** The parts of the one style sheet, in cascade order. */
    private static final List<String> STYLES = List.of("tokens", "maths", "frame", "reading", "blocks", "widget", "search", "panels", "cover", "modes");

    /** The script of every page, and those that it imports when they are first needed. */
    private static final List<String> SCRIPTS = List.of("app.js", "search.js", "search-static.js", "symbols.js", "floats.js", "floats.css", "way.css", "cards.js",
            "equations.js", "way.js", "settings.js", "listen.js", "listen.css", "player.js", "share.js", "try.js", "player.css", "listen-text.js", "anchor.js", "notes.js", "notes.css", "offline.js");

    /** KaTeX's sizes 1 to 11 ({@code \\tiny} to {@code \\Huge}) as parts of the text's size. */
    private static final List<String> SIZES = List.of(".5", ".6", ".7", ".8", ".9", "1", "1.2", "1.44", "1.728", "2.074", "2.488");

    /** What every page is set in. */
    private static final List<String> AHEAD = List.of("text-roman.woff2", "text-italic.woff2", "math-main.woff2", "math-italic.woff2");

    private static final Pattern FONT = Pattern.compile("url\\((?:\\.\\./)?(fonts|katex)/([\\w-]+\\.woff2)\\)");

    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*(?>//[^\\n]*|/\\*(?s:.*?)\\*/)[ \\t]*\\n");

    private final Map<String, Body> byAddress = new HashMap<>();
    private final Frame.Links links;

    public Assets() {
        var css = new StringBuilder(mathsRules(text(read(KATEX + "katex.min.css"))));
        STYLES.forEach(part -> css.append(text(read("/public/css/" + part + ".css"))));
        String fonts = fonts(css);
        String style = FONT.matcher(css).replaceAll(url -> "url(" + fonts + url.group(2) + ")");
        links = new Frame.Links(
                add("lectern.css", "text/css; charset=utf-8", utf8(lean(style))),
                AHEAD.stream().map(font -> fonts + font).toList(), fonts,
                single("icon.svg"), single("theme.js"), together(SCRIPTS), widgets(), single("embed.js"), single("embed.css"), single("preview.js"), single("preview.css"));
    }

    public Frame.Links links() {
        return links;
    }

    /** Every file, by its address. */
    public Map<String, Body> all() {
        return Map.copyOf(byAddress);
    }

    /** The file at an address below {@code /assets/}, or nothing. */
    public Optional<Body> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** Adds bytes that are not on the class path, such as a picture of the book, and returns their address. */
    private String add(String name, String type, byte[] bytes) {
        Body body = Body.of(type, bytes);
        String address = "/assets/" + body.hash() + "/" + name;
        byAddress.put(address, body);
        return address;
    }

    /**
     * The widgets' shell and beside it what is loaded by relative address: the module of each widget and what they share, the oracle runner and its
     * cases, the forms of exercises and their judge.
     */
    private String widgets() {
        var names = new ArrayList<>(List.of("shell.js", "widgets.js", "widgets-more.js", "check.js", "proof.js", "answers.js", "exercises.js", "exercises.css"));
        for (String id : Widgets.ids()) {
            names.add(id + ".js");
            Widgets.proof(id).stream().map(topic -> "oracle/" + topic + ".json").filter(name -> !names.contains(name)).forEach(names::add);
        }
        return together(names);
    }

    /** Files that load each other by relative address, under one hash of all; the address of the first. */
    private String together(List<String> names) {
        var files = new LinkedHashMap<String, byte[]>();
        names.forEach(name -> files.put(name.substring(name.lastIndexOf('/') + 1), served(name)));
        return together(files) + names.getFirst();
    }

    /** Adds files under one hash of all; their folder. */
    private String together(Map<String, byte[]> files) {
        var all = new Sum();
        files.values().forEach(all::add);
        String folder = "/assets/" + all + "/";
        files.forEach((name, bytes) -> byAddress.put(folder + name, Body.of(type(name), bytes)));
        return folder;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css; charset=utf-8";
            case "json" -> "application/json";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> throw new IllegalStateException("no media type for " + name);
        };
    }

    private String single(String name) {
        return add(name, type(name), served(name));
    }

    /** Adds the fonts that the style sheet names, under one hash of all; their folder. */
    private String fonts(CharSequence css) {
        var fonts = new LinkedHashMap<String, byte[]>();
        FONT.matcher(css).results().forEach(url -> fonts.computeIfAbsent(url.group(2), font -> read(url.group(1).equals("fonts") ? "/public/fonts/" + font : KATEX + "fonts/" + font)));
        return together(fonts);
    }

    /**
     * KaTeX's rules without its font faces (ours name the same families, subset first), and with its 121 rules for a change of size,
     * one for each pair of sizes, told as one quotient.
     */
    private static String mathsRules(String css) {
        var rules = new StringBuilder(css.replaceAll("@font-face\\{[^}]*}", "").replaceAll("(?<=[{}])[^{}]*\\.reset-size\\d+\\.size\\d+\\{[^}]*}", ""));
        for (int i = 0; i < SIZES.size(); i++) {
            rules.append(".katex .reset-size").append(i + 1).append("{--from:").append(SIZES.get(i)).append("}.katex .size").append(i + 1).append("{--to:").append(SIZES.get(i)).append('}');
        }
        return rules.append(".katex .fontsize-ensurer,.katex .katex-sizing{font-size:calc(1em*var(--to)/var(--from))}").toString();
    }

    /** A file as pages load it: what is there for who reads the source stays here. */
    private static byte[] served(String name) {
        byte[] bytes = read("/public/" + name);
        return name.endsWith(".css") ? utf8(lean(text(bytes))) : name.endsWith(".js") ? utf8(code(text(bytes))) : bytes;
    }

    /** A script without the lines that are a comment and nothing else. */
    static String code(String script) {
        return COMMENT.matcher(script).replaceAll("");
    }

    /** Style text without comments and the white space between rules. */
    private static String lean(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ").replaceAll(" ?([{};,]) ?", "$1").replace(";}", "}");
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] read(String resource) {
        try (var in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
