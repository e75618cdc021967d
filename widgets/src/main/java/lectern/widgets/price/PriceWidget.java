package lectern.widgets.price;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The price of a gradient: what n weights cost in reverse, and one by one. */
public final class PriceWidget implements Widget<Price> {
    private static final double DECADES = 9.845098;
    private static final double TENTH = 0.1;

    @Override
    public String id() {
        return "gradient-price";
    }

    @Override
    public boolean plays(Price price) {
        return false;
    }

    @Override
    public Price read(Fields fields) {
        return Price.read(fields);
    }

    @Override
    public String write(Price price) {
        return price.write();
    }

    @Override
    public Price update(Price price, Event event) {
        if (event instanceof Event.Drag drag) {
            return drag.handle().equals("step") ? price.step(Picture.step(drag.x())) : price.weights(Picture.weights(drag.x()));
        }
        if (event instanceof Event.Step step) {
            return move(price, step.handle().equals("step"), TENTH * (step.right() + step.up()));
        }
        if (event instanceof Event.Limit limit) {
            return move(price, limit.handle().equals("step"), limit.upper() ? 20 : -20);
        }
        if (event instanceof Event.Put put) {
            return put.value() - put.value() == 0 ? put(price, put.quantity(), put.value()) : price;
        }
        return event instanceof Event.Press press && press.button().equals("time") ? price.timed(Timing.rate()) : price;
    }

    /** So many powers of ten further. */
    private static Price move(Price price, boolean step, double decades) {
        double factor = Price.power(decades);
        return step ? price.step(price.h() * factor) : price.weights(price.n() * factor);
    }

    private static Price put(Price price, String name, double value) {
        if (name.equals("logn")) {
            return price.weights(Price.power(Math.min(10, value)));
        }
        if (name.equals("logh")) {
            return price.step(Price.power(Math.max(-18, Math.min(0, value))));
        }
        return name.equals("n") ? price.weights(value) : name.equals("h") ? price.step(value) : price;
    }

    @Override
    public Node[] view(Price price) {
        return Picture.draw(price);
    }

    @Override
    public String describe(Price price) {
        return "For " + Shown.fixed(price.n(), 0) + " weights a forward pass takes " + Picture.duration(price.n() / price.rate()) + ", forward and backward "
            + Picture.duration(price.reverse() / price.rate()) + ", and differences " + Picture.duration(price.differences() / price.rate())
            + ". With step " + Shown.value(price.h()) + " a slope by differences is wrong by " + Shown.value(Price.error(price.h(), false))
            + " to one side, " + Shown.value(Price.error(price.h(), true)) + " to both." + (price.lost() ? " " + regime(price) : "");
    }

    @Override
    public String regime(Price price) {
        return price.lost() ? "The step is lost: 0.7 + h is rounded to 0.7, and the slope comes out as zero." : "";
    }

    @Override
    public String[] live(Price price) {
        return new String[] {
            Shown.fixed(price.n(), 0), Shown.fixed(price.reverse(), 0), Shown.fixed(price.differences(), 0), Shown.value(Price.error(price.h(), false)),
            Shown.value(Price.error(price.h(), true)),
            price.rate() == Price.POLICY ? "ten passes a second of seven billion weights" : "as timed in a browser, " + Shown.value(price.rate()) + " a second"};
    }

    @Override
    public Quantity[] quantities(Price price) {
        return new Quantity[] {
            new Quantity("logn", Price.log(price.n()), "", 0, DECADES, TENTH, 2), new Quantity("logh", Price.log(price.h()), "", -17, -1, TENTH, 2),
            new Quantity("n", price.n(), "", 1, Price.MOST, Math.max(1, price.n() * TENTH), 0),
            new Quantity("h", price.h(), "", Price.SMALLEST, Price.LARGEST, price.h() * TENTH, 6),
            Quantity.of("forward", price.n() / price.rate(), "s"), Quantity.of("reverse", price.reverse() / price.rate(), "s"),
            Quantity.of("years", price.differences() / price.rate() / Picture.YEAR, "years"),
            Quantity.of("one", Price.error(price.h(), false), ""), Quantity.of("both", Price.error(price.h(), true), "")};
    }
}
