package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import warrant.extraction.relate.Words.Word;
import warrant.graph.Ontology.Example;
import warrant.graph.Ontology.Relation;

/** Tells which of two sides is the subject from the words between them, where both could be either. */
final class Ordering {
    private static final Set<String> TURNING = Set.of("by", "von", "durch");
    private static final double ENOUGH = 0.34;

    private final Lexicon lexicon;

    Ordering(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @return 1 if the sides stand as the relation's examples and labels have them, -1 if the other way, 0 unknown */
    double of(Relation relation, Sentence sentence, List<Word> words, Argument subject, Argument object) {
        if (subject.implied() || object.implied()) {
            return 0;
        }
        boolean forward = subject.begin() < object.begin();
        int from = forward ? subject.end() : object.end();
        int to = forward ? object.begin() : subject.begin();
        List<String> between = new ArrayList<>();
        for (Word word : words) {
            if (word.begin() >= from && word.end() <= to) {
                between.add(word.content() ? word.stem() : word.text().toLowerCase(java.util.Locale.ROOT));
            }
        }
        double vote = examples(relation, between);
        if (vote == 0) {
            vote = labels(relation, between);
        }
        return forward ? vote : -vote;
    }

    /** @return positive if sentences with such words between have their subject first */
    private double examples(Relation relation, List<String> between) {
        double best = 0;
        double vote = 0;
        for (Example example : relation.examples()) {
            if (example.subject() == null || example.object() == null) {
                continue;
            }
            String sentence = example.sentence();
            int s = sentence.indexOf(example.subject());
            int o = sentence.indexOf(example.object());
            if (s < 0 || o < 0 || s == o) {
                continue;
            }
            String gap = s < o
                    ? sentence.substring(
                            s + example.subject().length(),
                            Math.max(o, s + example.subject().length()))
                    : sentence.substring(
                            o + example.object().length(),
                            Math.max(s, o + example.object().length()));
            double alike = alike(gap, between);
            if (alike > best) {
                best = alike;
                vote = s < o ? 1 : -1;
            }
        }
        return best >= ENOUGH ? vote : 0;
    }

    private static double alike(String gap, List<String> between) {
        Set<String> one = Words.stems(gap);
        Set<String> other = new HashSet<>(between);
        if (one.isEmpty()) {
            return 0;
        }
        long common = one.stream().filter(other::contains).count();
        return (double) common / one.size();
    }

    /** A label's verb between the sides has the subject before it, and after it where {@code by} follows. */
    private double labels(Relation relation, List<String> between) {
        for (int i = 0; i < between.size(); i++) {
            String stem = between.get(i);
            boolean label = lexicon.phrases(relation.iri()).stream().anyMatch(p -> p.contains(stem));
            if (label) {
                boolean turned = between.subList(i, Math.min(between.size(), i + 3)).stream()
                        .anyMatch(TURNING::contains);
                boolean passive = relation.label().matches(".*\\b(by|von|durch)$");
                return turned == passive ? 1 : -1;
            }
        }
        return 0;
    }
}
