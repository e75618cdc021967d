package lectern.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/** The words that the passages hold, unstemmed: completes a beginning and corrects a misspelling. */
final class Vocabulary {
    /** A word of the passages and in how many it stands. */
    record Known(String word, int passages) {}

    private static final int SCANNED = 2000;

    private final IndexReader reader;
    private final @Nullable Terms terms;

    Vocabulary(IndexReader reader) throws IOException {
        this.reader = reader;
        this.terms = MultiTerms.getTerms(reader, Layer.EXACT);
    }

    /** How many passages hold this word. */
    int passages(String word) throws IOException {
        return reader.docFreq(new Term(Layer.EXACT, word));
    }

    /** Whether some passage holds this word, another form of it, or a variable so named. */
    boolean knows(String word, String stem) throws IOException {
        if (passages(word) > 0 || reader.docFreq(new Term(Layer.SYMBOLS, word)) > 0) return true;
        for (String field : List.of(Layer.TEXT, Layer.TITLE, Layer.TRAIL, Layer.CODE)) if (reader.docFreq(new Term(field, stem)) > 0) return true;
        return false;
    }

    /** The commonest words that go on from this beginning, the beginning itself left out. */
    List<Known> goingOn(String beginning, int most) throws IOException {
        if (terms == null) return List.of();
        List<Known> found = new ArrayList<>();
        TermsEnum all = terms.iterator();
        BytesRef start = new BytesRef(beginning);
        if (all.seekCeil(start) == TermsEnum.SeekStatus.END) return List.of();
        int seen = 0;
        for (BytesRef term = all.term(); term != null && startsWith(term, start) && seen++ < SCANNED; term = all.next()) {
            if (term.length > start.length) found.add(new Known(term.utf8ToString(), all.docFreq()));
        }
        found.sort(Comparator.comparingInt(Known::passages).reversed().thenComparing(Known::word));
        return found.subList(0, Math.min(most, found.size()));
    }

    /** The words one edit away, or two for a long word that has none at one; best first. An edit inserts, drops, changes or swaps. */
    List<Known> near(String word, int most) throws IOException {
        int length = word.codePointCount(0, word.length());
        if (length < 3 || length > 40) return List.of();
        List<Known> near = within(word, 1, false, most);
        return near.isEmpty() && length >= 7 ? within(word, 2, false, most) : near;
    }

    /** The words of which some beginning is one edit away. */
    List<Known> nearBeginnings(String beginning, int most) throws IOException {
        int length = beginning.codePointCount(0, beginning.length());
        return length < 4 || length > 40 ? List.of() : within(beginning, 1, true, most);
    }

    private List<Known> within(String word, int edits, boolean goesOn, int most) throws IOException {
        if (terms == null) return List.of();
        Automaton near = new LevenshteinAutomata(word, true).toAutomaton(edits);
        if (goesOn) near = Operations.determinize(Operations.concatenate(List.of(near, Automata.makeAnyString())), 20_000);
        TermsEnum matching = new CompiledAutomaton(near, !goesOn, true, false).getTermsEnum(terms);
        List<Known> found = new ArrayList<>();
        for (BytesRef term = matching.next(); term != null && found.size() < SCANNED; term = matching.next()) {
            Known known = new Known(term.utf8ToString(), matching.docFreq());
            if (!known.word.equals(word)) found.add(known);
        }
        found.sort(Comparator.comparingDouble((Known known) -> -worth(word, known)).thenComparing(Known::word));
        return found.subList(0, Math.min(most, found.size()));
    }

    /** Frequent words first; the first letter is seldom mistyped. */
    private static double worth(String typed, Known known) {
        return Math.log(1 + known.passages) + (known.word.charAt(0) == typed.charAt(0) ? 2 : 0);
    }

    private static boolean startsWith(BytesRef term, BytesRef start) {
        return term.length >= start.length
            && java.util.Arrays.equals(term.bytes, term.offset, term.offset + start.length, start.bytes, start.offset, start.offset + start.length);
    }
}
