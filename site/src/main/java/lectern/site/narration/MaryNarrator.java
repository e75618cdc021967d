package lectern.site.narration;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.sound.sampled.AudioInputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * MaryTTS with the voice cmu-slt, in pure Java. Its old libraries stand in {@code lib/speech}, on a loader of their own: all that passes between
 * is of the JDK. It starts in seconds, and takes 1 to 2 seconds for a first sentence.
 */
final class MaryNarrator implements Narrator {
    private static final String VOICE = "cmu-slt-hsmm";
    static final String NAME = "MaryTTS";
    static final String ID = "marytts 5.2.1 " + VOICE;
    private static final int RATE = 24_000;
    /** Its voice has 48,000 samples a second; half of them hold all that it says. */
    private static final float[] HALF_BAND = halfBand(23);

    private final URLClassLoader loader;
    /** One for each thread: each remembers what it was last asked for. */
    private final ThreadLocal<Object> engines;

    MaryNarrator() {
        // it would write a log file into the folder it is started in
        System.setProperty("log4j.logger.marytts", "OFF,stderr");
        try {
            loader = new URLClassLoader(libraries(), ClassLoader.getPlatformClassLoader());
            engines = ThreadLocal.withInitial(() -> inside(() -> loader.loadClass("marytts.LocalMaryInterface").getConstructor().newInstance()));
            inside(() -> call("setVoice", String.class, VOICE));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the voice cannot be loaded: " + e, e);
        }
    }

    private static URL[] libraries() throws IOException, URISyntaxException {
        Path folder = Path.of(MaryNarrator.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("lib").resolve("speech");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("the voice's libraries are not in " + folder + "; build with `mvn -q -DskipTests package`");
        }
        var urls = new ArrayList<URL>();
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    public Utterance speak(Line line) {
        return inside(() -> {
            call("setInputType", String.class, "TEXT");
            call("setOutputType", String.class, "ACOUSTPARAMS");
            var parameters = (Document) call("generateXML", String.class, line.text());
            call("setInputType", String.class, "ACOUSTPARAMS");
            call("setOutputType", String.class, "AUDIO");
            var samples = halved(samples((AudioInputStream) call("generateAudio", Document.class, parameters)));
            var timing = new Timing();
            timing.read(parameters.getDocumentElement());
            return new Utterance(samples, RATE, timing.alignment.starts(line.words()));
        });
    }

    /** Adds the durations of phones and of the breaks between phrases: where each word begins. */
    private static final class Timing {
        private final Alignment alignment = new Alignment();
        private double millis;

        void read(Node node) {
            if (!(node instanceof Element element)) {
                return;
            }
            double from = millis;
            switch (element.getTagName()) {
                case "ph" -> millis += Double.parseDouble(element.getAttribute("d"));
                case "boundary" -> millis += element.getAttribute("duration").isEmpty() ? 0 : Double.parseDouble(element.getAttribute("duration"));
                default -> {
                    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                        read(child);
                    }
                }
            }
            if (element.getTagName().equals("t")) {
                alignment.piece(ownText(element), (int) Math.round(from * RATE / 1000), (int) Math.round(millis * RATE / 1000));
            }
        }

        private static String ownText(Element element) {
            var text = new StringBuilder();
            for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.TEXT_NODE) {
                    text.append(child.getNodeValue());
                }
            }
            return text.toString();
        }
    }

    private static float[] samples(AudioInputStream sound) throws IOException {
        var format = sound.getFormat();
        if (format.getSampleRate() != 2 * RATE || format.getFrameSize() != 2 || format.isBigEndian()) {
            throw new IOException("the voice has an unknown form: " + format);
        }
        var bytes = fully(sound, Math.toIntExact(sound.getFrameLength() * 2));
        var samples = new float[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8) / 32_768f;
        }
        return samples;
    }

    /** Its stream ends early for who reads all at once. */
    private static byte[] fully(InputStream in, int length) throws IOException {
        var bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int read = in.read(bytes, at, length - at);
            if (read <= 0) {
                throw new IOException("the voice broke off");
            }
            at += read;
        }
        return bytes;
    }

    /** A filter that takes out what half the samples cannot hold: a sinc under a Hamming window. */
    private static float[] halfBand(int half) {
        var filter = new float[2 * half + 1];
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            double value = (i == 0 ? 0.5 : Math.sin(Math.PI * i / 2) / (Math.PI * i)) * (0.54 + 0.46 * Math.cos(Math.PI * i / (half + 1)));
            filter[i + half] = (float) value;
            sum += value;
        }
        for (int i = 0; i < filter.length; i++) {
            filter[i] /= (float) sum;
        }
        return filter;
    }

    private static float[] halved(float[] samples) {
        int half = HALF_BAND.length / 2;
        var halved = new float[samples.length / 2];
        for (int i = 0; i < halved.length; i++) {
            float sum = 0;
            for (int k = Math.max(-half, -2 * i); k <= half && 2 * i + k < samples.length; k++) {
                sum += HALF_BAND[k + half] * samples[2 * i + k];
            }
            halved[i] = sum;
        }
        return halved;
    }

    private Object call(String method, Class<?> type, Object argument) throws ReflectiveOperationException {
        var engine = engines.get();
        return engine.getClass().getMethod(method, type).invoke(engine, argument);
    }

    private interface Work<T> {
        T work() throws ReflectiveOperationException, IOException;
    }

    /** Its libraries find each other by the thread's loader. */
    private <T> T inside(Work<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            @SuppressWarnings("unchecked")
            T done = (T) java.util.Objects.requireNonNullElse(work.work(), "");
            return done;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the voice failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("the voice failed: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Its loader stays open: the engine's own threads still load classes when the process ends. */
    @Override
    public void close() {}
}
