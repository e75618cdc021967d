package lectern.site.narration;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.VoiceManager;
import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import org.jspecify.annotations.Nullable;

/** FreeTTS with the voice kevin16: small, quick and rough; for tests, and to hear at once how a page will be read. */
final class FreettsNarrator implements Narrator {
    private static final String VOICE = "kevin16";
    static final String NAME = "FreeTTS";
    static final String ID = "freetts 1.2.2 " + VOICE;
    private static final int RATE = 16_000;

    private final Voice voice;
    private final Recorder recorder = new Recorder();
    private com.sun.speech.freetts.@Nullable Utterance last;

    @SuppressWarnings("unchecked") // its list of processors has no type
    FreettsNarrator() {
        System.setProperty("freetts.voices", "com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory");
        voice = VoiceManager.getInstance().getVoice(VOICE);
        voice.allocate();
        voice.setAudioPlayer(recorder);
        ((List<Object>) voice.getUtteranceProcessors()).add((com.sun.speech.freetts.UtteranceProcessor) utterance -> last = utterance);
    }

    @Override
    public synchronized Utterance speak(Line line) {
        recorder.sound.reset();
        if (!voice.speak(line.text()) || last == null) {
            throw new IllegalStateException("the voice failed at: " + line.text());
        }
        var bytes = recorder.sound.toByteArray();
        var samples = new float[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (recorder.bigEndian ? (short) (bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xff) : (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8)) / 32_768f;
        }
        return new Utterance(samples, RATE, alignment(last).starts(line.words()));
    }

    /** The segments of each word, one after the other. */
    private static Alignment alignment(com.sun.speech.freetts.Utterance said) {
        var alignment = new Alignment();
        Item word = null;
        float from = 0;
        float end = 0;
        for (var segment = said.getRelation(Relation.SEGMENT).getHead(); segment != null; segment = segment.getNext()) {
            var syllable = segment.getItemAs(Relation.SYLLABLE_STRUCTURE);
            var of = syllable == null || syllable.getParent() == null ? null : syllable.getParent().getParent();
            if (word == null ? of != null : of == null || !of.equalsShared(word)) {
                piece(alignment, word, from, end);
                word = of;
                from = end;
            }
            end = segment.getFeatures().getFloat("end");
        }
        piece(alignment, word, from, end);
        return alignment;
    }

    private static void piece(Alignment alignment, @Nullable Item word, float from, float end) {
        if (word != null) {
            alignment.piece(word.getFeatures().getString("name"), Math.round(from * RATE), Math.round(end * RATE));
        }
    }

    @Override
    public void close() {
        voice.deallocate();
    }

    /** Keeps what would be played. */
    private static final class Recorder implements AudioPlayer {
        private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
        private AudioFormat format = new AudioFormat(RATE, 16, 1, true, true);
        private boolean bigEndian = true;

        @Override
        public void setAudioFormat(AudioFormat format) {
            this.format = format;
            bigEndian = format.isBigEndian();
        }

        @Override
        public AudioFormat getAudioFormat() {
            return format;
        }

        @Override
        public boolean write(byte[] bytes) {
            return write(bytes, 0, bytes.length);
        }

        @Override
        public boolean write(byte[] bytes, int offset, int length) {
            sound.write(bytes, offset, length);
            return true;
        }

        @Override
        public boolean drain() {
            return true;
        }

        @Override
        public boolean end() {
            return true;
        }

        @Override
        public float getVolume() {
            return 1;
        }

        @Override
        public long getTime() {
            return 0;
        }

        @Override
        public void begin(int size) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void reset() {}

        @Override
        public void cancel() {}

        @Override
        public void close() {}

        @Override
        public void setVolume(float volume) {}

        @Override
        public void resetTime() {}

        @Override
        public void startFirstSampleTimer() {}

        @Override
        public void showMetrics() {}
    }
}
