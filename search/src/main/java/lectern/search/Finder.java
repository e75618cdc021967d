package lectern.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.search.formula.Likeness;
import lectern.search.formula.Line;
import lectern.search.formula.Sought;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/** One search: passages by their words, formulas by their terms and then by likeness, both added up. */
final class Finder {
    private static final int BY_WORDS = 50;
    private static final int BY_FORMULA = 150;
    private static final int FORMULA_TERMS = 24;
    private static final double FORMULA = 30;
    /** Below this a formula is not an answer; */
    private static final double UNLIKE = 0.25;
    /** and below this, what only looks like mathematics was words. */
    private static final double LIKE = 0.6;
    private static final int MOST = 1000;

    /** A passage under consideration. */
    private static final class Candidate {
        private final Passage passage;
        private double words;
        private Likeness likeness = new Likeness(0, 0, 0);
        private Optional<Formula> formula = Optional.empty();

        private Candidate(Passage passage) {
            this.passage = passage;
        }

        private double score() {
            return words * weight(passage.kind()) + (likeness.score() > UNLIKE ? FORMULA * likeness.score() + preference(passage.kind()) : 0);
        }
    }

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score).reversed().thenComparing(candidate -> candidate.passage.id());

    private final LuceneIndex index;
    private final IndexSearcher searcher;
    private final Question question;
    private final Limits limits;

    Finder(LuceneIndex index, Question question, Limits limits) {
        this.index = index;
        this.question = question;
        this.limits = limits;
        searcher = new IndexSearcher(index.reader());
        searcher.setQueryCache(null);
        searcher.setTimeout(new Allowance(limits.time()));
    }

    Findings find(Typed typed, boolean counted) throws IOException {
        Map<Long, Candidate> candidates = new HashMap<>();
        for (Line line : typed.mathematics().formulas()) addLike(line, candidates);
        boolean mathematical = candidates.values().stream().anyMatch(candidate -> candidate.likeness.score() >= LIKE);
        boolean somewhat = typed.mathematics().sure() && candidates.values().stream().anyMatch(candidate -> candidate.likeness.score() > UNLIKE);
        if (!typed.mathematics().formulas().isEmpty() && !mathematical && !somewhat) {
            return find(typed.asWords(Typed.cut(question.text(), limits.characters())), counted);
        }
        WordQuery words = new WordQuery(new Vocabulary(index.reader()), index.aliases(), index.stems());
        boolean worded = !typed.words().isEmpty() || !typed.phrases().isEmpty();
        Query query = words.of(typed, limits.clauses());
        int wanted = Math.clamp(question.limit(), 0, MOST);
        if (worded) addWorded(query, Math.max(wanted, mathematical ? BY_FORMULA : BY_WORDS), candidates);
        List<Candidate> ranked = candidates.values().stream().filter(candidate -> candidate.score() > 0)
            .sorted(BEST_FIRST).toList();
        Counts counts = counted && worded && !mathematical ? searcher.search(query, Counts.manager()) : new Counts();
        if (counted && mathematical) ranked.forEach(candidate -> counts.add(candidate.passage));
        List<Hit> hits = ranked.stream().filter(candidate -> asked(candidate.passage)).limit(wanted).map(candidate -> hit(candidate, words)).toList();
        return new Findings(hits, meant(words.corrections()), typed.mathematics().tex(), counts.kinds(), counts.chapters());
    }

    /** Passages whose title begins with these words, or holds each, the last perhaps only begun. */
    List<Hit> titled(List<String> words) throws IOException {
        BooleanQuery.Builder holds = new BooleanQuery.Builder();
        for (String word : words.subList(0, words.size() - 1)) holds.add(new TermQuery(new Term(Layer.TITLE, Words.stem(word))), Occur.MUST);
        holds.add(new BooleanQuery.Builder().add(new TermQuery(new Term(Layer.TITLE, Words.stem(words.getLast()))), Occur.SHOULD)
            .add(new PrefixQuery(new Term(Layer.TITLE, words.getLast())), Occur.SHOULD).build(), Occur.MUST);
        BooleanQuery.Builder titled = new BooleanQuery.Builder().add(holds.build(), Occur.SHOULD);
        titled.add(WordQuery.constant(new PrefixQuery(new Term(Layer.NAME, Layer.name(words))), 20), Occur.SHOULD);
        titled.add(WordQuery.constant(new TermQuery(new Term(Layer.NAME, Layer.name(words))), 20), Occur.SHOULD);
        Map<Long, Candidate> candidates = new HashMap<>();
        addWorded(titled.build(), Math.clamp(question.limit(), 0, MOST), candidates);
        return candidates.values().stream().sorted(BEST_FIRST)
            .map(candidate -> new Hit(candidate.passage.url(), candidate.passage.title(), candidate.passage.trail(), candidate.passage.kind(), "", candidate.score(), Optional.empty()))
            .toList();
    }

    private void addWorded(Query query, int most, Map<Long, Candidate> candidates) throws IOException {
        for (ScoreDoc found : searcher.search(asked(query), new TopScoreDocCollectorManager(most, most * 2)).scoreDocs) {
            candidate(found.doc, candidates).words = found.score;
        }
    }

    private void addLike(Line line, Map<Long, Candidate> candidates) throws IOException {
        if (line.isEmpty()) return;
        Sought sought = Sought.of(line);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String term : sought.terms()) {
            int count = index.reader().docFreq(new Term(Layer.MATHEMATICS, term));
            if (count > 0) counts.put(term, count);
        }
        counts.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(FORMULA_TERMS)
            .forEach(term -> any.add(new TermQuery(new Term(Layer.MATHEMATICS, term.getKey())), Occur.SHOULD));
        for (ScoreDoc found : searcher.search(asked(any.build()), new TopScoreDocCollectorManager(BY_FORMULA, BY_FORMULA * 2)).scoreDocs) {
            Candidate candidate = candidate(found.doc, candidates);
            Formula formula = candidate.passage.formulas().get((int) value(found.doc, Layer.FORMULA));
            Line other = index.layer(found.doc).lines().of(formula);
            Likeness likeness = Likeness.of(sought, other);
            if (likeness.score() <= candidate.likeness.score()) continue;
            candidate.likeness = likeness;
            candidate.formula = Optional.of(new Formula(formula.tex(), other.mark(formula.mathMl(), likeness.from(), likeness.to())));
        }
    }

    private Candidate candidate(int document, Map<Long, Candidate> candidates) throws IOException {
        Layer layer = index.layer(document);
        long nth = value(document, Layer.NTH);
        return candidates.computeIfAbsent(index.isChanged(document) ? -1 - nth : nth, key -> new Candidate(layer.passages().get((int) nth)));
    }

    private long value(int document, String field) throws IOException {
        List<LeafReaderContext> leaves = index.reader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues values = leaf.reader().getNumericDocValues(field);
        if (values == null || !values.advanceExact(document - leaf.docBase)) throw new IllegalStateException("document " + document + " has no " + field);
        return values.longValue();
    }

    private Query asked(Query query) {
        if (question.kinds().isEmpty() && question.chapters().isEmpty()) return query;
        BooleanQuery.Builder asked = new BooleanQuery.Builder().add(query, Occur.MUST);
        if (!question.kinds().isEmpty()) asked.add(oneOf(Layer.KIND, question.kinds().stream().map(Enum::name).collect(Collectors.toSet())), Occur.FILTER);
        if (!question.chapters().isEmpty()) asked.add(oneOf(Layer.CHAPTER, question.chapters()), Occur.FILTER);
        return asked.build();
    }

    private static Query oneOf(String field, Set<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private boolean asked(Passage passage) {
        return (question.kinds().isEmpty() || question.kinds().contains(passage.kind())) && (question.chapters().isEmpty() || question.chapters().contains(passage.chapter()));
    }

    private static Hit hit(Candidate candidate, WordQuery words) {
        Passage passage = candidate.passage;
        return new Hit(passage.url(), passage.title(), passage.trail(), passage.kind(), Snippet.of(passage.text(), words::matches), candidate.score(), candidate.formula.or(() -> own(passage)));
    }

    /** The formula that an equation is. */
    private static Optional<Formula> own(Passage passage) {
        return passage.kind() == Passage.Kind.EQUATION ? passage.formulas().stream().findFirst() : Optional.empty();
    }

    /** What was typed, with the better spellings in place. */
    private String meant(Map<String, String> corrections) {
        if (corrections.isEmpty()) return "";
        String text = Typed.cut(question.text(), 1000);
        StringBuilder meant = new StringBuilder();
        int at = 0;
        for (Words.Word word : Words.of(text)) {
            String better = corrections.get(word.folded());
            if (better == null) continue;
            boolean capital = Character.isUpperCase(text.charAt(word.start()));
            meant.append(text, at, word.start()).append(capital ? better.substring(0, 1).toUpperCase(Locale.ROOT) + better.substring(1) : better);
            at = word.end();
        }
        return meant.append(text, at, text.length()).toString().strip();
    }

    /** A little more for what answers a question, a little less for what only mentions the words. */
    private static double weight(Passage.Kind kind) {
        return switch (kind) {
            case DEFINITION, TERM -> 1.15;
            case SECTION, THEOREM -> 1.05;
            case EQUATION, FIGURE, WIDGET, EXERCISE -> 1;
            case REFERENCE -> 0.55;
        };
    }

    /** Of passages with the same formula, the one that is the formula first. */
    private static double preference(Passage.Kind kind) {
        return switch (kind) {
            case EQUATION -> 0.5;
            case DEFINITION, THEOREM -> 0.3;
            case FIGURE, WIDGET, EXERCISE, TERM, REFERENCE -> 0.1;
            case SECTION -> 0;
        };
    }
}
