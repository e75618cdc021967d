package lectern.site.markup;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The front door of this room: text to tree. */
public final class Markdown {
    private static final int MAX_NESTING = 100;
    /** Directives whose caption is an option; for others it is the argument or a paragraph. */
    private static final Set<String> CAPTIONED = Set.of("code", "code-block", "sourcecode", "literalinclude", "code-cell", "notebook-cell", "video", "audio", "youtube", "vimeo", "iframe", "embed");

    private final IdentityHashMap<Node, Source> sources = new IdentityHashMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private String definitions = "";

    private Markdown() {}

    /** Files that a page may include. */
    public interface Files {
        /** The text of a file beside the given one, or why there is none. */
        Included read(String from, String path);

        /** @param file path inside the book folder @param text its text; empty when {@code refusal} says why not */
        record Included(String file, String text, String refusal) {}
    }

    /** A parser of CommonMark alone. */
    public static Parser plain() {
        return Parser.builder().maxOpenBlockParsers(MAX_NESTING).maxInlineNesting(MAX_NESTING).build();
    }

    /**
     * The tree of a page. Text that cannot be read becomes a tree without blocks and one mistake.
     *
     * @param file the page's path inside the book folder
     * @param substitutions values of {@code {{ name }}}
     */
    public static Tree read(Source source, String file, Files files, Map<String, String> substitutions) {
        var draft = Draft.of(source, file, files, substitutions);
        var reading = new Markdown();
        try {
            var root = reading.parse(draft);
            return new Tree(root, source, reading.sources, draft.mistakes());
        } catch (StackOverflowError e) {
            draft.report(source.place(0, 0), Rule.TOO_DEEP, "This page cannot be read: its marks are nested too deeply.", "Split the paragraph, or look for marks that were never closed.");
            return new Tree(plain().parse(""), source, reading.sources, draft.mistakes());
        } catch (Draft.TooMany e) {
            draft.report(source.place(0, 0), Rule.UNREADABLE_PAGE, "This page has more than " + Draft.MAX_TEXTS + " paragraphs, headings and cells.", "Split it into several pages.");
            return new Tree(plain().parse(""), source, reading.sources, draft.mistakes());
        }
    }

    private Node parse(Draft draft) {
        var parser = parser(draft);
        var root = parser.parse(draft.source().text() + (draft.depth() > 0 ? definitions : ""));
        sources.put(root, draft.source());
        if (draft.depth() == 0) {
            definitions = definitions(root);
        } else {
            forgetDefinitions(root);
        }
        complete(root, draft);
        return root;
    }

    private static Parser parser(Draft draft) {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create(), StrikethroughExtension.builder().requireTwoTildes(true).build()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(MAX_NESTING).maxInlineNesting(MAX_NESTING)
                .customBlockParserFactory(new DirectiveParser.Factory(draft))
                .customBlockParserFactory(new MathsBlockParser.Factory(draft))
                .customBlockParserFactory(new Target.Factory())
                .customBlockParserFactory(new Remark.Factory())
                .customBlockParserFactory(new Footnote.TextFactory())
                .customBlockParserFactory(new Definitions.Factory())
                .customInlineContentParserFactory(new MathsSpanParser.Factory())
                .customInlineContentParserFactory(new Role.Factory())
                .customInlineContentParserFactory(new Citation.Factory())
                .linkProcessor(new Footnote.MarkProcessor())
                .linkProcessor(new Citation.Group())
                .inlineParserFactory(context -> new TextGuard(context, draft))
                .build();
    }

    /** Link definitions hold for the whole page, so they are given to every part of it that is read on its own. */
    private static String definitions(Node root) {
        var text = new StringJoiner("\n", "\n\n", "");
        text.setEmptyValue("");
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(LinkReferenceDefinition d) {
                var title = d.getTitle() == null ? "" : " \"" + d.getTitle().replace("\"", "\\\"") + "\"";
                text.add("[" + d.getLabel() + "]: <" + d.getDestination().replace(">", "%3E") + ">" + title);
            }
        });
        return text.toString();
    }

    /** A part of a page shows nothing for the link definitions that it was given to read. */
    private static void forgetDefinitions(Node root) {
        for (var node = root.getFirstChild(); node != null;) {
            var next = node.getNext();
            if (node instanceof LinkReferenceDefinition) {
                node.unlink();
            }
            node = next;
        }
    }

    /** Reads what the parser left as text: bodies and titles of directives, roles that hold Markdown. */
    private void complete(Node root, Draft draft) {
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof Directive directive) {
                    complete(directive, draft);
                } else {
                    visitChildren(block);
                }
            }

            @Override
            public void visit(Image image) {
                Attributes.take(image);
                visitChildren(image);
            }

            @Override
            public void visit(Link link) {
                Attributes.take(link);
                visitChildren(link);
            }

            @Override
            public void visit(Code code) {
                Attributes.take(code);
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof Role role) {
                    complete(role, draft);
                }
                visitChildren(node);
            }
        });
        joinParts(root, draft);
        gatherNotes(root);
    }

    private void complete(Directive directive, Draft draft) {
        var shape = Directives.shape(directive.name());
        if (shape.isEmpty()) {
            draft.report(directive.place(), Rule.UNKNOWN_DIRECTIVE, "There is no directive {" + directive.name() + "}.",
                    hints.computeIfAbsent(directive.name(), n -> Words.didYouMean(n, Directives.names())));
            return;
        }
        Options.read(directive, shape.get(), draft);
        if (draft.tooDeep()) {
            draft.report(directive.place(), Rule.TOO_DEEP, "Directives are nested more than " + Draft.MAX_DEPTH + " deep.", "Move the inner ones out.");
            return;
        }
        if (shape.get().argument() == Directives.Argument.NONE || shape.get().argument() == Directives.Argument.TITLE && directive.body().text().isBlank()
                && !directive.argument().isEmpty() && bodyless(directive.name())) {
            directive.set(directive.options(), Source.at(directive.argumentPlace(), directive.argument()));
            directive.setArgument("", directive.argumentPlace());
        }
        if (shape.get().argument() == Directives.Argument.TITLE && !directive.argument().isEmpty()) {
            directive.setTitle((Document) parse(draft.inside(Source.at(directive.argumentPlace(), directive.argument()))));
        }
        if (directive.name().equals("literalinclude") || directive.name().equals("include") && directive.has("literal")) {
            Includes.literal(directive, draft).ifPresent(text -> directive.set(directive.options(), text));
        } else if (directive.name().equals("include")) {
            Includes.of(directive, draft).ifPresent(inner -> adopt(directive, inner));
        } else if (shape.get().markdown()) {
            adopt(directive, draft.inside(switch (directive.name()) {
                case "glossary" -> Definitions.ofIndented(directive.body());
                case "panels" -> Cards.ofPanels(directive.body());
                case "eval-rst" -> Restructured.markdown(directive.body());
                case "csv-table" -> Separated.of(directive, draft);
                default -> Cards.body(directive);
            }));
            if (directive.title().isEmpty() && Directives.ADMONITIONS.contains(directive.name()) && directive.getFirstChild() instanceof Heading heading) {
                titled(directive, heading);
            }
        }
        if (!directive.option("caption").isEmpty() && (directive.option("mystnb").equals("figure") || CAPTIONED.contains(directive.name()))) {
            directive.setTitle((Document) parse(draft.inside(Source.at(directive.placeOf("caption"), directive.option("caption")))));
        }
    }

    /** A heading that opens an admonition is its title. */
    private static void titled(Directive directive, Heading heading) {
        var title = new Document();
        while (heading.getFirstChild() != null) {
            title.appendChild(heading.getFirstChild());
        }
        heading.unlink();
        directive.setTitle(title);
    }

    /** A named admonition with a first line only: that line is its text. */
    private static boolean bodyless(String name) {
        return Directives.ADMONITIONS.contains(name) || name.equals("margin") || name.equals("aside") || name.equals("glossary");
    }

    private void adopt(Directive directive, Draft inner) {
        var body = parse(inner);
        while (body.getFirstChild() != null) {
            directive.appendChild(body.getFirstChild());
        }
        sources.put(directive, inner.source());
    }

    private void complete(Role role, Draft draft) {
        var text = switch (role.name()) {
            case Role.SUBSTITUTION -> Optional.ofNullable(draft.substitutions().get(role.text()));
            case "abbr", "sub", "sup", "subscript", "superscript", "u", "underline", "strike", "del", "smallcaps", "sc", "aside", "margin", "dfn" -> Optional.of(role.text());
            default -> Optional.<String>empty();
        };
        if (text.isPresent() && !draft.tooDeep()) {
            var span = role.getSourceSpans().getFirst();
            var place = draft.place(span.getLineIndex(), span.getColumnIndex() + (role.name().equals(Role.SUBSTITUTION) ? 0 : role.name().length() + 3));
            role.setParsed(parse(draft.inside(Source.at(place, text.get()))));
        }
    }

    /** A directive that ends at another ({@code exercise-start}, {@code exercise-end}) takes what stands between; definition lists in a row are one. */
    private void joinParts(Node parent, Draft draft) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Directive start && start.name().endsWith("-start")) {
                var end = start.name().replaceFirst("-start$", "-end");
                while (start.getNext() != null && !(start.getNext() instanceof Directive d && d.name().equals(end))) {
                    sources.put(start.getNext(), draft.source());
                    start.appendChild(start.getNext());
                }
            }
            while (node instanceof Definitions.List list && list.getNext() instanceof Definitions.List next) {
                while (next.getFirstChild() != null) {
                    list.appendChild(next.getFirstChild());
                }
                next.getSourceSpans().forEach(list::addSourceSpan);
                next.unlink();
            }
        }
    }

    /** Puts margin notes beside the paragraph before them, or else the one after. */
    private static void gatherNotes(Node parent) {
        for (var node = parent.getFirstChild(); node != null;) {
            var next = node.getNext();
            if (isNote(node)) {
                var beside = node.getPrevious() instanceof Noted || node.getPrevious() instanceof Paragraph ? node.getPrevious() : next;
                if (beside instanceof Paragraph) {
                    var noted = new Noted();
                    noted.setSourceSpans(beside.getSourceSpans());
                    beside.insertBefore(noted);
                    noted.appendChild(beside);
                    beside = noted;
                    next = noted.getNext() == node ? node.getNext() : noted.getNext();
                }
                if (beside instanceof Noted) {
                    beside.appendChild(node);
                }
            }
            node = next;
        }
    }

    private static boolean isNote(Node node) {
        return node instanceof Directive d && (d.name().equals("margin") || d.name().equals("aside"));
    }
}
