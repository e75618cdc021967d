package lectern.widgets.autodiff;

/** Shapes of tensors, stored row by row, and the maps from one's places to another's. */
final class Shape {
    private Shape() {}

    static int size(int[] shape) {
        int size = 1;
        for (int length : shape) size *= length;
        return size;
    }

    /** How far apart in storage neighbours along each axis stand. */
    static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** The shape that both fit by repeating axes of length 1, aligned at the last axis. */
    static int[] broadcast(int[] a, int[] b) {
        int[] shape = new int[Math.max(a.length, b.length)];
        for (int back = 1; back <= shape.length; back++) {
            int x = back <= a.length ? a[a.length - back] : 1;
            int y = back <= b.length ? b[b.length - back] : 1;
            if (x != y && x != 1 && y != 1) throw new IllegalArgumentException("shapes " + text(a) + " and " + text(b) + " do not fit");
            shape[shape.length - back] = Math.max(x, y);
        }
        return shape;
    }

    /** For each place of the whole shape, the place of the part that is repeated there. */
    static int[] repeated(int[] part, int[] whole) {
        int[] own = strides(part);
        int[] strides = new int[whole.length];
        for (int back = 1; back <= part.length; back++) {
            if (part[part.length - back] != 1) strides[whole.length - back] = own[part.length - back];
        }
        return places(whole, strides);
    }

    /** For each place of a shape, Σ index along axis · stride. */
    static int[] places(int[] shape, int[] strides) {
        int[] places = new int[size(shape)];
        int[] index = new int[shape.length];
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = place;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++index[axis] < shape[axis]) break;
                index[axis] = 0;
                place -= strides[axis] * shape[axis];
            }
        }
        return places;
    }

    static boolean same(int[] a, int[] b) {
        if (a.length != b.length) return false;
        for (int i = 0; i < a.length; i++) if (a[i] != b[i]) return false;
        return true;
    }

    /** {@code [2,3]}. */
    static String text(int[] shape) {
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < shape.length; i++) out.append(i == 0 ? "" : ",").append(shape[i]);
        return out.append(']').toString();
    }
}
