package warrant.orchestrator.ground;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import warrant.graph.Passage;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.Question;
import warrant.orchestrator.retrieve.Scored;
import warrant.orchestrator.retrieve.Words;

/** Answers with a sentence of a document, where no statement answers. */
public final class Quoting {
    private static final double ACCEPT = 0.7;
    private static final int PASSAGES = 4;
    private static final int SENTENCES = 8;

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

    /** Finds the sentence that answers, if one does surely enough. */
    public Optional<Answer> best() {
        List<Quotation> sentences = sentences();
        double[] yes = gate.texts(
                question.text(), sentences.stream().map(q -> flat(q.text())).toList());
        int best = -1;
        for (int i = 0; i < yes.length; i++) {
            if (yes[i] >= ACCEPT && (best < 0 || yes[i] > yes[best])) {
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

    private List<Quotation> sentences() {
        Set<String> stems = Words.stems(question.text());
        List<Scored<Quotation>> all = new ArrayList<>();
        for (Scored<Passage> passage : knowledge.passages().search(question.text(), PASSAGES)) {
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

    private static List<Quotation> cut(Passage passage) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(passage.text());
        List<Quotation> cut = new ArrayList<>();
        int begin = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; begin = end, end = sentences.next()) {
            String words = passage.text().substring(begin, end).strip();
            if (!words.isEmpty()) {
                int at = passage.text().indexOf(words, begin);
                int from = passage.begin() + passage.text().codePointCount(0, at);
                int until = from + words.codePointCount(0, words.length());
                cut.add(new Quotation(new Span(passage.document(), passage.page(), from, until, null), words));
            }
        }
        return cut;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
