package lectern.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The Lucene query for typed words: BM25F over stems, a little for the very form, a little for nearness, much for a whole title. */
final class WordQuery {
    private static final float EXACT_FORM = 0.3f;
    private static final float SYMBOL = 0.6f;
    private static final float NEARNESS = 0.2f;
    private static final float ALIAS = 0.8f;
    private static final float WHOLE_TITLE = 40;
    private static final float TITLE_BEGINS = 2;
    private static final int ALIASES = 6;
    /** A title that holds every word of a short query is likely its answer. */
    private static final int TITLE_WORDS = 4;
    /** How many unknown words are corrected: each takes a walk through the vocabulary. */
    private static final int CORRECTED = 5;

    private final Vocabulary vocabulary;
    private final Aliases aliases;
    private final Stems known;
    private final Set<String> forms = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Map<String, String> corrections = new HashMap<>();
    private int corrected;

    WordQuery(Vocabulary vocabulary, Aliases aliases, Stems known) {
        this.vocabulary = vocabulary;
        this.aliases = aliases;
        this.known = known;
    }

    /** Whether a word of a text is one that was looked for; asked after the query is made. */
    boolean matches(String folded) {
        return forms.contains(folded) || stems.contains(known.of(folded));
    }

    /** The better spelling of each word that no passage holds. */
    Map<String, String> corrections() {
        return corrections;
    }

    Query of(Typed typed, int clauses) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<String> words = typed.words();
        Set<String> kept = kept(words, clauses);
        String last = typed.unfinished() && !words.isEmpty() ? words.getLast() : "";
        Set<List<String>> asked = new HashSet<>();
        for (int i = 0; i < words.size() && asked.size() < clauses;) {
            int named = Math.max(1, aliases.named(words, i));
            List<String> span = words.subList(i, i + named);
            if ((named > 1 || kept.contains(words.get(i))) && asked.add(span)) query.add(named(span, last), Occur.SHOULD);
            i += named;
        }
        List<String> inOrder = words.stream().filter(kept::contains).distinct().toList();
        for (int i = 1; i < inOrder.size(); i++) {
            query.add(new BoostQuery(new PhraseQuery(4, Layer.EXACT, inOrder.get(i - 1), inOrder.get(i)), NEARNESS), Occur.SHOULD);
        }
        if (!inOrder.isEmpty() && inOrder.size() <= TITLE_WORDS) {
            BooleanQuery.Builder titled = new BooleanQuery.Builder();
            for (String word : inOrder) titled.add(new TermQuery(new Term(Layer.TITLE, Words.stem(word))), Occur.MUST);
            query.add(titled.build(), Occur.SHOULD);
        }
        for (List<String> phrase : typed.phrases()) {
            List<String> some = phrase.subList(0, Math.min(phrase.size(), clauses));
            query.add(new PhraseQuery(Layer.EXACT, some.toArray(String[]::new)), Occur.MUST);
            forms.addAll(some);
        }
        if (!typed.whole().isEmpty()) {
            String name = Layer.name(typed.whole());
            query.add(constant(new TermQuery(new Term(Layer.NAME, name)), WHOLE_TITLE), Occur.SHOULD);
            if (typed.unfinished() && name.length() > 1) query.add(constant(new PrefixQuery(new Term(Layer.NAME, name)), TITLE_BEGINS), Occur.SHOULD);
        }
        return query.build();
    }

    /** Some words, or what else they are called. */
    private Query named(List<String> span, String last) throws IOException {
        BooleanQuery.Builder itself = new BooleanQuery.Builder();
        for (String word : span) if (span.size() == 1 || !Words.isStop(word)) itself.add(word(word, word.equals(last)), Occur.SHOULD);
        List<List<String>> others = aliases.others(span);
        if (others.isEmpty()) return itself.build();
        List<Query> ways = new ArrayList<>(List.of(itself.build()));
        for (List<String> other : others.subList(0, Math.min(others.size(), ALIASES))) {
            forms.addAll(other);
            // A short name for many words must weigh as much as they would, or passages with some of them come before it.
            ways.add(new BoostQuery(alias(other), ALIAS * Math.max(1f, (float) span.size() / other.size())));
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static Query alias(List<String> name) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (name.size() == 1) all.add(new TermQuery(new Term(Layer.SYMBOLS, name.getFirst())), Occur.SHOULD);
        else all.add(new PhraseQuery(2, Layer.EXACT, name.toArray(String[]::new)), Occur.MUST);
        for (String word : name) all.add(stemmed(Words.stem(word)), Occur.SHOULD);
        return all.build();
    }

    private Query word(String word, boolean unfinished) throws IOException {
        Map<String, Float> weights = new LinkedHashMap<>();
        String stem = Words.stem(word);
        boolean known = vocabulary.knows(word, stem);
        weights.put(word, 1f);
        stems.add(stem);
        List<Vocabulary.Known> longer = unfinished && word.length() > 1 ? vocabulary.goingOn(word, 16) : List.of();
        longer.forEach(other -> weights.putIfAbsent(other.word(), known ? 0.35f : 0.8f));
        if (!known && longer.isEmpty() && corrected++ < CORRECTED) {
            List<Vocabulary.Known> near = vocabulary.near(word, 8);
            near.forEach(other -> weights.putIfAbsent(other.word(), 0.7f));
            if (!near.isEmpty()) corrections.put(word, near.getFirst().word());
            else if (unfinished) vocabulary.nearBeginnings(word, 8).forEach(other -> weights.putIfAbsent(other.word(), 0.5f));
        }
        forms.addAll(weights.keySet());
        Map<String, Float> byStem = new LinkedHashMap<>();
        weights.forEach((form, weight) -> byStem.merge(Words.stem(form), weight, Math::max));
        List<Query> ways = new ArrayList<>();
        byStem.forEach((each, weight) -> ways.add(new BoostQuery(stemmed(each), weight)));
        Query any = ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0.05f);
        if (!known) return any;
        return new BooleanQuery.Builder().add(any, Occur.SHOULD)
            .add(new BoostQuery(new TermQuery(new Term(Layer.EXACT, word)), EXACT_FORM), Occur.SHOULD)
            .add(new BoostQuery(new TermQuery(new Term(Layer.SYMBOLS, word)), SYMBOL), Occur.SHOULD).build();
    }

    private static Query stemmed(String stem) {
        return new CombinedFieldQuery.Builder(stem).addField(Layer.TITLE, 2).addField(Layer.TRAIL, 1).addField(Layer.TEXT, 1).addField(Layer.CODE, 1).build();
    }

    static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** The words that say something, or all when none does; when there are too many, the ones fewest passages hold. */
    private Set<String> kept(List<String> words, int most) throws IOException {
        List<String> telling = words.stream().filter(word -> !Words.isStop(word)).distinct().toList();
        List<String> different = telling.isEmpty() ? words.stream().distinct().toList() : telling;
        if (different.size() <= most) return new HashSet<>(different);
        Map<String, Integer> counts = new HashMap<>();
        for (String word : different) counts.put(word, vocabulary.passages(word));
        return new HashSet<>(different.stream().filter(word -> counts.getOrDefault(word, 0) > 0)
            .sorted(Comparator.comparing(word -> counts.getOrDefault(word, 0))).limit(most).toList());
    }
}
