package lectern.site.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lectern.site.markup.Labels;
import lectern.site.markup.html.Question;

/** Which pages asked about what: a change reaches those and no others. */
final class Askers {
    /** Asked by a page that lists other pages. */
    static final String BELOW = "below";
    /** Asked by a page that names a thing wrongly, and would have been told a name near it. */
    static final String HINT = "hint";
    /** Asked by a page that shows a part of another. */
    static final String COPY = "copy";

    private final Map<String, Set<String>> filesByTopic = new HashMap<>();
    private final Map<String, Set<String>> topicsByFile = new HashMap<>();

    static String label(String label) {
        return "label " + label;
    }

    static String bench(String label) {
        return "bench " + label;
    }

    /** By the last part of its path alone: from where it is looked for differs from page to page. */
    static String page(String path) {
        return "page " + Contents.pathOf(path.replaceFirst("#.*", "").replaceFirst("^.*/", "").replaceFirst("\\.html$", ""));
    }

    static String file(String file) {
        return "file " + file;
    }

    /** The questions that the page was written by, and the files that it includes. */
    void set(String file, Collection<Question> questions, Collection<String> included) {
        var topics = new HashSet<String>();
        questions.forEach(question -> topics(question).forEach(topics::add));
        included.forEach(path -> topics.add(file(path)));
        var before = topicsByFile.getOrDefault(file, Set.of());
        if (!topics.equals(before)) {
            forget(file);
            topics.forEach(topic -> filesByTopic.computeIfAbsent(topic, t -> new HashSet<>()).add(file));
            topicsByFile.put(file, topics);
        }
    }

    void forget(String file) {
        var topics = topicsByFile.remove(file);
        if (topics != null) {
            for (var topic : topics) {
                filesByTopic.computeIfPresent(topic, (t, files) -> files.remove(file) && files.isEmpty() ? null : files);
            }
        }
    }

    boolean isAsked(String topic) {
        return filesByTopic.containsKey(topic);
    }

    /** Each file that asked about some of these topics, with those it asked about. */
    Map<String, Set<String>> of(Collection<String> topics) {
        var files = new HashMap<String, Set<String>>();
        topics.forEach(topic -> filesByTopic.getOrDefault(topic, Set.of()).forEach(file -> files.computeIfAbsent(file, f -> new HashSet<>()).add(topic)));
        return files;
    }

    /** Works and pictures change with files of their own, after which every page is looked at; what a page knows of itself changes with it. */
    static Stream<String> topics(Question question) {
        return switch (question) {
            case Question.Label q -> Stream.of(label(q.label()));
            case Question.Page q -> Stream.of(page(q.path()));
            case Question.Anchor q -> Stream.of(page(q.path()), label(Labels.normal(q.anchor())));
            case Question.Bench q -> Stream.of(bench(q.label()));
            case Question.Copy q -> Stream.of(COPY, label(q.label()));
            case Question.Below _ -> Stream.of(BELOW);
            case Question.Hint _ -> Stream.of(HINT);
            case Question.Own _, Question.Work _, Question.Picture _ -> Stream.empty();
        };
    }
}
