package lectern.site.markup.html;

import java.util.Set;
import lectern.site.markup.Attributes;
import lectern.site.markup.Citation;
import lectern.site.markup.Definitions;
import lectern.site.markup.Directive;
import lectern.site.markup.Footnote;
import lectern.site.markup.Maths;
import lectern.site.markup.Noted;
import lectern.site.markup.Remark;
import lectern.site.markup.Role;
import lectern.site.markup.Target;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Hands each node that is ours, or that looks different with us, to the one who writes it. */
final class NodeWriter implements NodeRenderer {
    private static final Set<Class<? extends Node>> TYPES = Set.of(Directive.class, Role.class, Maths.Span.class, Maths.Display.class, Target.class, Remark.class,
            Citation.class, Footnote.Mark.class, Footnote.Text.class, Noted.class, Definitions.List.class, Definitions.Term.class, Definitions.Meaning.class,
            Heading.class, Link.class, Image.class, HtmlBlock.class, HtmlInline.class, TableBlock.class, Strikethrough.class, FencedCodeBlock.class, IndentedCodeBlock.class, Paragraph.class,
            Text.class, SoftLineBreak.class, HardLineBreak.class, Emphasis.class, StrongEmphasis.class, org.commonmark.node.Code.class, Attributes.class);

    private final PageWriter page;
    private final HtmlNodeRendererContext context;

    NodeWriter(PageWriter page, HtmlNodeRendererContext context) {
        this.page = page;
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return TYPES;
    }

    @Override
    public void render(Node node) {
        context.getWriter().raw(html(page, node));
    }

    /** Whether {@link #html} writes it; the library writes the others. */
    static boolean writes(Node node) {
        return TYPES.contains(node.getClass());
    }

    static String html(PageWriter page, Node node) {
        return switch (node) {
            case Text text -> Phrases.text(page, text);
            case Maths.Span maths -> Formulas.inline(page, maths);
            case Maths.Display maths -> Formulas.display(page, maths, maths.tex());
            case Paragraph paragraph -> Phrases.paragraph(page, paragraph);
            case Heading heading -> Phrases.heading(page, heading);
            case Link link -> References.link(page, link);
            case Image image -> Pictures.image(page, image);
            case Citation citation -> Citations.write(page, citation, citation);
            case Role role -> Roles.write(page, role);
            case Directive directive -> DirectiveWriters.write(page, directive);
            case Noted noted -> Notes.noted(page, noted);
            case Footnote.Mark mark -> Notes.mark(page, mark);
            case HtmlBlock raw -> RawHtml.block(page, raw);
            case HtmlInline raw -> RawHtml.inline(page, raw);
            case SoftLineBreak soft -> "\n";
            case HardLineBreak hard -> "<br />\n";
            case Emphasis emphasis -> "<em>" + page.inlines(emphasis) + "</em>";
            case StrongEmphasis strong -> "<strong>" + page.inlines(strong) + "</strong>";
            case org.commonmark.node.Code code -> "<code>" + PageWriter.escape(code.getLiteral()) + "</code>";
            case Strikethrough struck -> "<del>" + page.inlines(struck) + "</del>";
            case TableBlock table -> Tables.plain(page, table);
            case FencedCodeBlock code -> Code.fenced(page, code.getInfo() == null ? "" : code.getInfo().strip().split("\\s+", 2)[0], code.getLiteral());
            case IndentedCodeBlock code -> Code.fenced(page, "", code.getLiteral());
            case Definitions.List list -> "<dl>" + page.inlines(list) + "</dl>";
            case Definitions.Term term -> "<dt" + PageWriter.attribute("id", page.own(term).id()) + ">" + page.inlines(term) + "</dt>";
            case Definitions.Meaning meaning -> "<dd>" + page.compact(meaning) + "</dd>";
            case Target target -> "";
            case Remark remark -> "";
            case Attributes attributes -> "";
            case Footnote.Text text -> "";
            default -> throw new IllegalStateException(node.toString());
        };
    }
}
