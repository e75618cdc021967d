package lectern.site.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import lectern.site.markup.html.SpecificationWriter;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;

class CommonMarkTest {
    /** Examples that MyST reads otherwise by design, by number, with the reason. */
    private static final Map<Integer, String> CHANGED = new TreeMap<>(Map.of(44, "+++ is a block break"));

    @Test
    void allExamplesHoldWithTheExtensionsOff() {
        var examples = ExampleReader.readExamples(TestResources.getSpec());
        assertEquals(652, examples.size());
        var renderer = HtmlRenderer.builder().percentEncodeUrls(true).build();
        for (var e : examples) {
            assertEquals(e.getHtml().replace('→', '\t'), renderer.render(Markdown.plain().parse(e.getSource().replace('→', '\t'))), e.toString());
        }
    }

    @Test
    void withTheExtensionsOnOnlyTheListedExamplesChange() {
        var examples = ExampleReader.readExamples(TestResources.getSpec());
        var changed = new ArrayList<Integer>();
        for (int i = 0; i < examples.size(); i++) {
            var e = examples.get(i);
            var html = SpecificationWriter.html(e.getSource().replace('→', '\t'));
            if (!html.equals(e.getHtml().replace('→', '\t'))) {
                changed.add(i + 1);
            }
        }
        assertEquals(new ArrayList<>(CHANGED.keySet()), changed);
    }
}
