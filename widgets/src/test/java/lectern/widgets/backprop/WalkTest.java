package lectern.widgets.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
    private final BackpropWidget widget = new BackpropWidget();

    @ParameterizedTest
    @ValueSource(strings = {"", "w*", "1+2", "w+x+b+a+w+x+b+a+w+x+b+a+w+x+b+a"})
    void aFormulaThatCannotBeReadKeepsTheLastTapeAndSaysWhy(String typed) {
        Walk read = widget.update(widget.read(new Fields("")), new Event.Fill("f", "x*x"));
        Walk unread = widget.update(read, new Event.Fill("f", typed));
        assertEquals(2, new Trace(unread).lines);
        assertEquals(1.0, new Trace(unread).gradient(1) / 4);
        assertTrue(widget.describe(unread).startsWith("x*x, ") && widget.regime(unread).contains("no formula yet"), widget.describe(unread));
        assertEquals(widget.write(unread), widget.write(widget.read(new Fields(widget.write(unread)))));
    }
}
