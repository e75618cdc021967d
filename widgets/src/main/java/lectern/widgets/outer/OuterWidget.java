package lectern.widgets.outer;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The outer product: edit a layer cell by cell and see its gradient as error times input. */
public final class OuterWidget implements Widget<Layer> {
    private static final double STEP = 0.1;

    @Override
    public String id() {
        return "outer-product";
    }

    @Override
    public boolean plays(Layer layer) {
        return false;
    }

    @Override
    public Layer read(Fields fields) {
        return Layer.read(fields);
    }

    @Override
    public String write(Layer layer) {
        return layer.write();
    }

    @Override
    public Layer update(Layer layer, Event event) {
        if (event instanceof Event.Drag drag) {
            int cell = Layer.index(drag.handle());
            return cell < 0 ? layer : layer.put(cell, Picture.value(cell, drag.y()));
        }
        if (event instanceof Event.Step step) {
            int cell = Layer.index(step.handle());
            // there is nothing between two tenths: a fine step is a whole one
            double by = step.right() + step.up();
            return cell < 0 ? layer : layer.put(cell, layer.cells()[cell] + STEP * (by > 0 ? Math.max(1, by) : Math.min(-1, by)));
        }
        if (event instanceof Event.Limit limit) {
            int cell = Layer.index(limit.handle());
            return cell < 0 ? layer : layer.put(cell, limit.upper() ? Layer.LIMIT : -Layer.LIMIT);
        }
        if (event instanceof Event.Put put) {
            int cell = Layer.index(put.quantity());
            return cell < 0 || put.value() - put.value() != 0 ? layer : layer.put(cell, put.value());
        }
        if (event instanceof Event.Choose choose) {
            for (int i = 0; i < Layer.OUTPUTS; i++) {
                if (Layer.ROWS[i].equals(choose.option())) {
                    return layer.light(i);
                }
            }
        }
        return layer;
    }

    @Override
    public Node[] view(Layer layer) {
        return Picture.draw(layer);
    }

    @Override
    public String describe(Layer layer) {
        double[] e = layer.error();
        double[] x = layer.input();
        double[] g = layer.gradient();
        int i = layer.row();
        return "The errors are " + Picture.text(e[0]) + ", " + Picture.text(e[1]) + " and " + Picture.text(e[2]) + ". Row " + (i + 1)
            + " of the gradient is its error times the input (" + Shown.fixed(x[0], 1) + ", " + Shown.fixed(x[1], 1) + "): (" + Picture.text(g[2 * i]) + ", "
            + Picture.text(g[2 * i + 1]) + ")." + (regime(layer).isEmpty() ? "" : " " + regime(layer));
    }

    @Override
    public String regime(Layer layer) {
        double[] e = layer.error();
        String zero = "";
        for (int i = 0; i < Layer.OUTPUTS; i++) {
            if (Math.abs(e[i]) < 1e-9) {
                zero += (zero.isEmpty() ? "" : ", ") + (i + 1);
            }
        }
        if (layer.cells()[Layer.X] == 0 && layer.cells()[Layer.X + 1] == 0) {
            return "The input is zero: no error can change any weight.";
        }
        return zero.isEmpty() ? "" : "Already right, so unchanged: row " + zero + ".";
    }

    @Override
    public String[] live(Layer layer) {
        int weight = Layer.INPUTS * layer.row();
        String index = "₁₂₃".charAt(layer.row()) + "₁";
        return new String[] {
            "Nudge W" + index + ": the loss changes by", Shown.value(layer.measured(weight)), Shown.value(layer.gradient()[weight]),
            Shown.value(layer.output()[layer.row()] * layer.input()[0]), Layer.ROWS[layer.row()]};
    }

    @Override
    public Quantity[] quantities(Layer layer) {
        int count = Layer.NAMES.length;
        Quantity[] all = new Quantity[count + 4];
        // targets first: theirs are the sliders beside the figure
        for (int i = 0; i < count; i++) {
            int cell = (i + Layer.A) % count;
            all[i] = new Quantity(Layer.NAMES[cell], layer.cells()[cell], "", -Layer.LIMIT, Layer.LIMIT, STEP, 1);
        }
        for (int i = 0; i < Layer.OUTPUTS; i++) {
            all[count + i] = Quantity.of("e" + (i + 1), layer.error()[i], "");
        }
        all[count + Layer.OUTPUTS] = Quantity.of("loss", layer.loss(), "");
        return all;
    }
}
