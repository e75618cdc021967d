package lectern.site.narration;

import java.util.List;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.Token;

/**
 * When each sentence and each word is heard, as WebVTT. The identifier of a cue names the sentence, the word in it, and the place on the page that
 * lights up: {@code 12 2:0-98} and {@code 12.3 2:15-20}.
 */
final class Cues {
    private final StringBuilder vtt = new StringBuilder();
    private final int rate;

    private Cues(int rate) {
        this.rate = rate;
    }

    static String of(Script script, List<Clip> clips, String narrator) {
        int rate = clips.getFirst().rate();
        long heard = Mp3.heard(clips.stream().map(Clip::frames).toList(), rate);
        var cues = new Cues(rate);
        boolean timed = clips.stream().allMatch(clip -> clip.starts().length > 0);
        cues.vtt.append("WEBVTT\n\nNOTE AI-narrated by ").append(narrator).append(timed ? "" : ", words are not timed").append("\n\n");
        long at = 0;
        for (int i = 0; i < clips.size(); i++) {
            var clip = clips.get(i);
            boolean last = i + 1 == clips.size();
            // the end of the sound ends the last sentence: a decoder takes a part of the last frame off
            long end = last ? heard : at + clip.spoken();
            var sentence = script.sentences().get(i);
            cues.cue(i + " " + sentence.place(), at, end, sentence.shown());
            int word = 0;
            for (var token : clip.starts().length == 0 ? List.<Token>of() : sentence.tokens()) {
                for (var said : token.words()) {
                    long from = Math.min(at + clip.starts()[word], end);
                    long to = word + 1 < clip.starts().length ? Math.max(from, at + clip.starts()[word + 1]) : end;
                    cues.cue(i + "." + word + " " + token.place(), from, to, said);
                    word++;
                }
            }
            at += clip.samples();
        }
        return cues.vtt.toString();
    }

    private void cue(String id, long from, long to, String text) {
        vtt.append(id).append('\n').append(time(from)).append(" --> ").append(time(to)).append('\n').append(text.replace("&", "&amp;").replace("<", "&lt;").replace("-->", "to")).append("\n\n");
    }

    private String time(long sample) {
        long millis = Math.round(sample * 1000.0 / rate);
        return String.format("%02d:%02d:%02d.%03d", millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }
}
