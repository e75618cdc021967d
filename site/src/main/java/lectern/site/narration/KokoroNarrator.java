package lectern.site.narration;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.site.narration.speech.MathSpeaker;

/**
 * Kokoro-82M through ONNX Runtime, from a folder that holds the model ({@code *.onnx}) and a voice ({@code *.bin}, 510 × 256 numbers).
 * Word times need a model that gives the length of each phone, {@code duration}; without it only sentences are timed.
 */
final class KokoroNarrator implements Narrator {
    static final String NAME = "Kokoro";
    private static final int RATE = 24_000;
    /** Samples in one step of {@code duration}: 25 ms. */
    private static final int STEP = 600;
    private static final int MOST = 510;
    private static final int STYLE = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final float[] voice;
    private final Phones phones = new Phones();

    KokoroNarrator(Path folder) {
        try {
            session = environment.createSession(file(folder, ".onnx").toString());
            voice = new float[MOST * STYLE];
            var bytes = Files.readAllBytes(file(folder, ".bin"));
            if (bytes.length != voice.length * Float.BYTES) {
                throw new IllegalStateException(file(folder, ".bin") + " is no voice of Kokoro: " + voice.length * Float.BYTES + " bytes were expected, not " + bytes.length);
            }
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(voice);
        } catch (OrtException | IOException e) {
            throw new IllegalStateException("the model in " + folder + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Model and voice by name and size. */
    static String id(Path folder) {
        try {
            var model = file(folder, ".onnx");
            var voice = file(folder, ".bin");
            return "kokoro " + model.getFileName() + " " + Files.size(model) + " " + voice.getFileName() + " " + Files.getLastModifiedTime(voice).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no " + ending + " in " + folder + "; --kokoro takes a folder with the model (.onnx) and a voice (.bin)"));
        }
    }

    /** What goes through the model at once, and which of its numbers begin a word. */
    private record Batch(List<Long> numbers, List<Integer> words) {}

    @Override
    public synchronized Utterance speak(Line line) {
        var samples = new ArrayList<float[]>();
        var starts = new ArrayList<Integer>();
        boolean timed = true;
        int at = 0;
        for (var batch : batches(line)) {
            var said = say(batch.numbers);
            if (said.durations().isEmpty()) {
                timed = false;
            } else {
                for (int word : batch.words) {
                    long steps = 0;
                    // the first number of the input is the silence before
                    for (int i = 0; i <= word; i++) {
                        steps += said.durations().get()[i];
                    }
                    starts.add(at + (int) Math.min(said.samples().length, steps * STEP));
                }
            }
            samples.add(said.samples());
            at += said.samples().length;
        }
        var all = FloatBuffer.allocate(at);
        samples.forEach(all::put);
        return new Utterance(all.array(), RATE, timed ? starts.stream().mapToInt(Integer::intValue).toArray() : new int[0]);
    }

    /** Parts of the line that the model takes, broken where the line pauses if it can be. */
    private List<Batch> batches(Line line) {
        var batches = new ArrayList<Batch>();
        var numbers = new ArrayList<Long>();
        var words = new ArrayList<Integer>();
        for (int i = 0; i < line.said().size(); i++) {
            var said = line.said().get(i);
            boolean pause = MathSpeaker.isPause(said);
            var next = pause ? Phones.numbers(said) : Phones.numbers((numbers.isEmpty() ? "" : " ") + phones.of(said));
            if (numbers.size() + next.size() > MOST - 1) {
                batches.add(new Batch(List.copyOf(numbers), List.copyOf(words)));
                numbers.clear();
                words.clear();
            }
            if (!pause) {
                words.add(numbers.size() + (numbers.isEmpty() ? 0 : 1));
            }
            numbers.addAll(next);
        }
        numbers.addAll(Phones.numbers(line.asks() ? "?" : "."));
        batches.add(new Batch(List.copyOf(numbers), List.copyOf(words)));
        return batches;
    }

    private record Said(float[] samples, Optional<long[]> durations) {}

    private Said say(List<Long> numbers) {
        var padded = new long[numbers.size() + 2];
        for (int i = 0; i < numbers.size(); i++) {
            padded[i + 1] = numbers.get(i);
        }
        int row = Math.min(numbers.size(), MOST - 1) * STYLE;
        var inputs = new HashMap<String, OnnxTensor>();
        try {
            for (var input : session.getInputInfo().entrySet()) {
                inputs.put(input.getKey(), switch (input.getKey()) {
                    case "input_ids", "tokens" -> OnnxTensor.createTensor(environment, LongBuffer.wrap(padded), new long[] {1, padded.length});
                    case "style", "ref_s" -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(voice, row, STYLE).slice(), new long[] {1, STYLE});
                    case "speed" -> ((TensorInfo) input.getValue().getInfo()).type == OnnxJavaType.FLOAT ? OnnxTensor.createTensor(environment, FloatBuffer.wrap(new float[] {1}), new long[] {1})
                            : OnnxTensor.createTensor(environment, java.nio.IntBuffer.wrap(new int[] {1}), new long[] {1});
                    default -> throw new IllegalStateException("the model has an input that Kokoro has not: " + input.getKey());
                });
            }
            try (var result = session.run(inputs)) {
                var durations = result.get("duration").or(() -> result.get("durations")).map(value -> longs((OnnxTensor) value)).filter(found -> found.length == padded.length);
                var waveform = result.get("waveform").or(() -> result.get("audio")).orElseThrow(() -> new IllegalStateException("the model gives no waveform"));
                var buffer = ((OnnxTensor) waveform).getFloatBuffer();
                var samples = new float[buffer.remaining()];
                buffer.get(samples);
                return new Said(samples, durations);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static long[] longs(OnnxTensor tensor) {
        if (tensor.getInfo().type == OnnxJavaType.INT64) {
            var buffer = tensor.getLongBuffer();
            var longs = new long[buffer.remaining()];
            buffer.get(longs);
            return longs;
        }
        var buffer = tensor.getFloatBuffer();
        var longs = new long[buffer.remaining()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = Math.round(buffer.get(i));
        }
        return longs;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
