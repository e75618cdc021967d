package lectern.site.narration;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A model of the same inputs and outputs as Kokoro, written byte by byte as ONNX: each phone lasts four steps of 25 ms and is as loud as its number.
 */
final class OnnxFixture {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    /** Samples of a phone. */
    static final int PHONE = 4 * 600;
    /** How loud a phone is for each unit of its number. */
    static final float LOUD = 0.002f;

    private OnnxFixture() {}

    /** @param timed whether it gives the length of each phone */
    static byte[] model(String tokens, boolean timed) {
        var graph = new Message();
        graph.message(1, node("Cast", "numbers", tokens).message(5, new Message().text(1, "to").number(3, FLOAT).number(20, 2)));
        graph.message(1, node("Mul", "loud", "numbers", "scale"));
        graph.message(1, node("Reshape", "column", "loud", "upright"));
        graph.message(1, node("Expand", "wide", "column", "long"));
        graph.message(1, node("Reshape", "waveform", "wide", "flat"));
        if (timed) {
            graph.message(1, node("Mul", "nothing", tokens, "zero"));
            graph.message(1, node("Add", "each", "nothing", "four"));
            graph.message(1, node("Reshape", "duration", "each", "flat"));
            graph.message(5, longs("zero", 0)).message(5, longs("four", 4));
        }
        graph.text(2, "fixture");
        graph.message(5, new Message().number(1, 1).number(2, FLOAT).text(8, "scale").bytes(9, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(LOUD).array()));
        graph.message(5, longs("upright", -1, 1));
        graph.message(5, longs("long", 1, PHONE));
        graph.message(5, longs("flat", -1));
        graph.message(11, value(tokens, INT64, 1, -1)).message(11, value("style", FLOAT, 1, 256)).message(11, value("speed", FLOAT, 1));
        graph.message(12, value("waveform", FLOAT, -1));
        if (timed) {
            graph.message(12, value("duration", INT64, -1));
        }
        return new Message().number(1, 8).message(7, graph).message(8, new Message().text(1, "").number(2, 13)).bytes();
    }

    private static Message node(String operation, String output, String... inputs) {
        var node = new Message();
        for (var input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operation);
    }

    private static Message longs(String name, long... values) {
        var raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        return new Message().number(1, values.length).number(2, INT64).text(8, name).bytes(9, raw.array());
    }

    /** @param sizes −1 for any */
    private static Message value(String name, int type, int... sizes) {
        var shape = new Message();
        for (int size : sizes) {
            shape.message(1, size < 0 ? new Message().text(2, "n") : new Message().number(1, size));
        }
        return new Message().text(1, name).message(2, new Message().message(1, new Message().number(1, type).message(2, shape)));
    }

    /** A message of Protocol Buffers. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] bytes) {
            varint(field << 3 | 2);
            varint(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Message text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message message) {
            return bytes(field, message.bytes());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
