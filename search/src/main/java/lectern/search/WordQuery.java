package lectern.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.HashSet;
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

/**
 * The Lucene query for typed words: BM25F over stems, a little for the very form, a little for nearness, much for a whole title.
 *
 * @param query what Lucene runs
 * @param forms folded words that count as a match in a snippet
 * @param stems stems that count as a match in a snippet
 */
record WordQuery(Query query, Set<String> forms, Set<String> stems) {
    private static final float EXACT_FORM = 0.3f;
    private static final float NEARNESS = 0.2f;
    private static final float WHOLE_TITLE = 40;
    private static final float TITLE_BEGINS = 2;

    boolean matches(String folded) {
        return forms.contains(folded) || stems.contains(Words.stem(folded));
    }

    static WordQuery of(Typed typed, Vocabulary vocabulary, int clauses) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Set<String> forms = new HashSet<>();
        Set<String> stems = new HashSet<>();
        List<String> words = rarest(typed.telling(), vocabulary, clauses);
        String last = typed.unfinished() && !typed.words().isEmpty() ? typed.words().getLast() : "";
        for (String word : words) query.add(word(word, word.equals(last), vocabulary, forms, stems), Occur.SHOULD);
        for (int i = 1; i < words.size(); i++) {
            query.add(new BoostQuery(new PhraseQuery(4, Layer.EXACT, words.get(i - 1), words.get(i)), NEARNESS), Occur.SHOULD);
        }
        for (List<String> phrase : typed.phrases()) {
            List<String> some = phrase.subList(0, Math.min(phrase.size(), clauses));
            query.add(new PhraseQuery(Layer.EXACT, some.toArray(String[]::new)), Occur.MUST);
            forms.addAll(some);
        }
        if (!typed.words().isEmpty()) {
            String name = String.join(" ", typed.words());
            query.add(constant(new TermQuery(new Term(Layer.NAME, name)), WHOLE_TITLE), Occur.SHOULD);
            if (typed.unfinished() && name.length() > 1) query.add(constant(new PrefixQuery(new Term(Layer.NAME, name)), TITLE_BEGINS), Occur.SHOULD);
        }
        return new WordQuery(query.build(), forms, stems);
    }

    private static Query word(String word, boolean unfinished, Vocabulary vocabulary, Set<String> forms, Set<String> stems) throws IOException {
        Map<String, Float> weights = new LinkedHashMap<>();
        int known = vocabulary.passages(word);
        weights.put(word, 1f);
        stems.add(Words.stem(word));
        List<Vocabulary.Known> longer = unfinished && word.length() > 1 ? vocabulary.goingOn(word, 16) : List.of();
        longer.forEach(other -> weights.putIfAbsent(other.word(), known > 0 ? 0.35f : 0.8f));
        if (known == 0 && longer.isEmpty()) {
            vocabulary.near(word, 8).forEach(other -> weights.putIfAbsent(other.word(), 0.7f));
            if (unfinished && weights.size() == 1) vocabulary.nearBeginnings(word, 8).forEach(other -> weights.putIfAbsent(other.word(), 0.5f));
        }
        Map<String, Float> byStem = new LinkedHashMap<>();
        weights.forEach((form, weight) -> byStem.merge(Words.stem(form), weight, Math::max));
        List<Query> ways = new ArrayList<>();
        byStem.forEach((stem, weight) -> ways.add(new BoostQuery(stemmed(stem), weight)));
        forms.addAll(weights.keySet());
        Query any = ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0.05f);
        if (known == 0) return any;
        return new BooleanQuery.Builder().add(any, Occur.SHOULD)
            .add(new BoostQuery(new TermQuery(new Term(Layer.EXACT, word)), EXACT_FORM), Occur.SHOULD).build();
    }

    private static Query stemmed(String stem) {
        return new CombinedFieldQuery.Builder(stem).addField(Layer.TITLE, 2).addField(Layer.TRAIL, 1).addField(Layer.TEXT, 1).build();
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** Different words in the order typed; when there are too many, the ones fewest passages hold. */
    private static List<String> rarest(List<String> words, Vocabulary vocabulary, int most) throws IOException {
        List<String> different = words.stream().distinct().toList();
        if (different.size() <= most) return different;
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String word : different) counts.put(word, vocabulary.passages(word));
        Set<String> kept = new HashSet<>(different.stream().filter(word -> counts.getOrDefault(word, 0) > 0)
            .sorted(Comparator.comparing(word -> counts.getOrDefault(word, 0))).limit(most).toList());
        return different.stream().filter(kept::contains).toList();
    }
}
