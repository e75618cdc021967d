package lectern.site.markup.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts that remember what they were asked. */
final class AskedFacts implements Facts {
    private final Facts facts;
    private final Map<Question, Object> asked = new LinkedHashMap<>();
    private final Map<String, String> hints = new HashMap<>();

    AskedFacts(Facts facts) {
        this.facts = facts;
    }

    /** What was asked since the last call. */
    List<Question.Answered> take() {
        var taken = asked.entrySet().stream().map(e -> new Question.Answered(e.getKey(), e.getValue())).toList();
        asked.clear();
        return taken;
    }

    private <T> T note(Question question, T answer) {
        asked.put(question, answer);
        return answer;
    }

    @Override
    public Own own(int block, int ordinal) {
        return note(new Question.Own(ordinal), facts.own(block, ordinal));
    }

    @Override
    public Optional<Referent> label(String label) {
        return note(new Question.Label(label), facts.label(label));
    }

    @Override
    public Optional<Referent> page(String path) {
        return note(new Question.Page(path), facts.page(path));
    }

    @Override
    public Optional<Referent> anchor(String path, String anchor) {
        return note(new Question.Anchor(path, anchor), facts.anchor(path, anchor));
    }

    @Override
    public Optional<Work> work(String key) {
        return note(new Question.Work(key), facts.work(key));
    }

    @Override
    public Optional<Picture> picture(String file, String path) {
        return note(new Question.Picture(file, path), facts.picture(file, path));
    }

    @Override
    public Optional<Bench> bench(String label) {
        return note(new Question.Bench(label), facts.bench(label));
    }

    @Override
    public Optional<String> copy(String label, boolean code, boolean outputs) {
        return note(new Question.Copy(label, code, outputs), facts.copy(label, code, outputs));
    }

    @Override
    public java.util.List<Referent> below() {
        return note(new Question.Below(), facts.below());
    }

    @Override
    public String didYouMean(Named kind, String name) {
        return note(new Question.Hint(kind, name), hints.computeIfAbsent(kind + name, k -> facts.didYouMean(kind, name)));
    }
}
