package warrant.orchestrator.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.extraction.split.Sentences;
import warrant.graph.Entity;
import warrant.graph.Passage;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.retrieve.Wish;
import warrant.orchestrator.retrieve.Words;
import warrant.orchestrator.search.Scored;

/** Answers with a sentence of a document, where no statement answers. */
public final class Quoting {
    private static final double YES = 0.5;
    /** By how much a sentence must make a token of the question likelier, in nats. */
    private static final double GAIN = 1.0;

    /** Share of the question's words of meaning that a sentence must have. */
    private static final double SPOKEN_OF = 0.4;

    private static final Pattern POINTS_BACK = Pattern.compile(
            "(No such|Such|It|They|This|These|That|Those|In that case|Otherwise|However|The same|Dies|Diese[rs]?|Er|Sie|Es)\\b|(该|此|其)");

    private static final int PASSAGES = 6;
    private static final int SENTENCES = 6;

    private final Knowledge knowledge;
    private final Asked asked;
    private final Question question;
    private final Gate gate;
    private final List<String> notes;

    public Quoting(Knowledge knowledge, Asked asked, Question question, Gate gate, List<String> notes) {
        this.knowledge = knowledge;
        this.asked = asked;
        this.question = question;
        this.gate = gate;
        this.notes = List.copyOf(notes);
    }

    /**
     * Finds the sentence that answers, if one does surely enough. Whether something holds is not for a sentence to say:
     * that is concluded, or stated.
     */
    public Optional<Answer> best() {
        return best(sentence -> true);
    }

    /** As {@link #best()}, among the sentences that name a thing. */
    public Optional<Answer> about(Entity subject) {
        List<String> labels =
                knowledge.names().all(subject).stream().map(Words::plain).toList();
        return best(sentence -> labels.stream().anyMatch(Words.plain(sentence.text())::contains));
    }

    private Optional<Answer> best(Predicate<Quotation> wanted) {
        if (question.wish() == Wish.WHETHER) {
            return Optional.empty();
        }
        List<Quotation> sentences =
                sentences().stream().filter(wanted).filter(this::couldAnswer).toList();
        List<String> texts = sentences.stream().map(q -> flat(q.text())).toList();
        double[] yes = gate.texts(question.text(), texts);
        double[] gains = gate.gains(
                question.withoutNames(knowledge.names(), knowledge.wording()),
                texts.stream().map(this::withoutNames).toList());
        int best = -1;
        for (int i = 0; i < yes.length; i++) {
            if (yes[i] >= YES && gains[i] >= GAIN && (best < 0 || yes[i] > yes[best])) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        Quotation quotation = sentences.get(best);
        Claim claim = new Claim(flat(quotation.text()), new Grounds.Quoted(List.of(quotation)));
        return Optional.of(new Answer.Grounded(asked, List.of(claim), notes));
    }

    /** A sentence answers only if it speaks of what is asked, and tells something of the kind that is wished. */
    private boolean couldAnswer(Quotation sentence) {
        Set<String> content = question.contentStems(knowledge.names(), knowledge.wording());
        Set<String> said = Words.stems(sentence.text());
        long common = content.stream().filter(said::contains).count();
        return common >= SPOKEN_OF * content.size() && tellsWish(sentence.text());
    }

    private String withoutNames(String text) {
        return Question.generic(text, knowledge.names(), knowledge.wording());
    }

    private boolean tellsWish(String text) {
        Set<String> datatypes = question.wish().datatypes();
        return datatypes.isEmpty()
                || Mentions.find(text, Context.NONE).stream()
                        .filter(mention -> mention instanceof Mention.Value)
                        .flatMap(mention -> ((Mention.Value) mention).readings().stream())
                        .anyMatch(value -> datatypes.contains(value.datatype())
                                && !question.values().contains(value));
    }

    private List<Quotation> sentences() {
        Set<String> stems = Words.stems(question.text());
        List<Scored<Quotation>> all = new ArrayList<>();
        for (Scored<Passage> passage : knowledge.passages().near(question.text(), PASSAGES)) {
            for (Quotation sentence : cut(passage.item())) {
                Set<String> said = Words.stems(sentence.text());
                double common = said.stream().filter(stems::contains).count();
                if (common > 0) {
                    all.add(new Scored<>(sentence, common / Math.sqrt(said.size())));
                }
            }
        }
        all.sort(Comparator.comparingDouble((Scored<Quotation> s) -> -s.score()));
        return all.stream().limit(SENTENCES).map(Scored::item).toList();
    }

    /** Cuts a passage into sentences; one that points back goes together with the one before it. */
    private static List<Quotation> cut(Passage passage) {
        String text = passage.text();
        List<Quotation> cut = new ArrayList<>();
        List<Sentences.Extent> extents = Sentences.of(text);
        for (int i = 0; i < extents.size(); i++) {
            int end = extents.get(i).end();
            boolean back = i > 0
                    && POINTS_BACK
                            .matcher(text)
                            .region(extents.get(i).begin(), end)
                            .lookingAt();
            int begin = extents.get(back ? i - 1 : i).begin();
            Span span = new Span(passage.document(), passage.page(), place(passage, begin), place(passage, end), null);
            cut.add(new Quotation(span, text.substring(begin, end)));
        }
        return cut;
    }

    /** The place on the page, in code points, of a char of the passage. */
    private static int place(Passage passage, int at) {
        return passage.begin() + passage.text().codePointCount(0, at);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
