package lectern.site.markup.html;

/** A question that a block put to the book, so that it can be put again. */
public sealed interface Question {
    record Own(int ordinal) implements Question {}

    record Label(String label) implements Question {}

    record Page(String path) implements Question {}

    record Anchor(String path, String anchor) implements Question {}

    record Work(String key) implements Question {}

    record Picture(String file, String path) implements Question {}

    record Bench(String label) implements Question {}

    record Copy(String label, boolean code, boolean outputs) implements Question {}

    record Below() implements Question {}

    record Hint(Facts.Named kind, String name) implements Question {}

    /** A question and the answer it got. */
    record Answered(Question question, Object answer) {
        /** Whether the book would answer the same now, to the block at this index. */
        public boolean holds(Facts facts, int block) {
            return answer.equals(question.ask(facts, block));
        }
    }

    default Object ask(Facts facts, int block) {
        return switch (this) {
            case Own q -> facts.own(block, q.ordinal);
            case Label q -> facts.label(q.label);
            case Page q -> facts.page(q.path);
            case Anchor q -> facts.anchor(q.path, q.anchor);
            case Work q -> facts.work(q.key);
            case Picture q -> facts.picture(q.file, q.path);
            case Bench q -> facts.bench(q.label);
            case Copy q -> facts.copy(q.label, q.code, q.outputs);
            case Below q -> facts.below();
            case Hint q -> facts.didYouMean(q.kind, q.name);
        };
    }
}
