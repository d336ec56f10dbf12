package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import warrant.extraction.Rejection;
import warrant.extraction.Rejection.Reason;
import warrant.graph.Ontology;
import warrant.graph.Passage;

/** Chooses among verdicts that cannot all be true of one sentence. */
final class Choosing {
    /** How much better one of two rivals must be, in log-odds. */
    private static final double MARGIN = 0.2;

    private final Ontology ontology;
    private final double accept;

    Choosing(Ontology ontology, double accept) {
        this.ontology = ontology;
        this.accept = accept;
    }

    /** @param kept verdicts to believe, best first */
    record Choice(List<Verdict> kept, List<Rejection> rejections) {}

    Choice choose(List<Verdict> verdicts, Passage passage) {
        List<Verdict> ranked = new ArrayList<>(verdicts);
        ranked.sort(Comparator.comparingDouble(Verdict::probability)
                .reversed()
                .thenComparing(v -> v.proposal().relation().iri())
                .thenComparing(v -> v.proposal().statement()));
        List<Verdict> kept = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Verdict verdict : ranked) {
            Optional<Loss> loss = loss(verdict, kept, ranked);
            if (loss.isEmpty()) {
                kept.add(verdict);
            } else if (loss.get().reason() != Reason.UNFILLED) {
                rejections.add(rejection(verdict, loss.get(), passage));
            }
        }
        return new Choice(kept, rejections);
    }

    private record Loss(Reason reason, String why) {}

    private Optional<Loss> loss(Verdict verdict, List<Verdict> kept, List<Verdict> ranked) {
        Proposal mine = verdict.proposal();
        Optional<Verdict> turned = ranked.stream()
                .filter(other -> turned(mine, other.proposal()))
                .filter(other -> other.probability() >= verdict.probability())
                .findFirst();
        if (turned.isPresent() && Math.max(verdict.probability(), turned.get().probability()) >= accept) {
            return Optional.of(new Loss(
                    Reason.DIRECTION,
                    "the other way round: " + number(turned.get().probability())));
        }
        if (verdict.probability() < accept) {
            return Optional.of(new Loss(Reason.VERIFICATION, "probability " + number(verdict.probability())));
        }
        if (mine.taken()) {
            return Optional.of(
                    new Loss(Reason.VERIFICATION, "the document calls another by the name of this relation"));
        }
        if (Ranges.ambiguous(mine.object(), mine.relation())) {
            return Optional.of(new Loss(
                    Reason.AMBIGUOUS, "several readings: " + mine.object().readings()));
        }
        for (Verdict rival : kept) {
            if (excludes(rival, verdict)) {
                return Optional.of(new Loss(
                        Reason.VERIFICATION, "rather: " + rival.proposal().statement()));
            }
        }
        return Optional.empty();
    }

    private static boolean turned(Proposal one, Proposal other) {
        return one.relation().iri().equals(other.relation().iri())
                && one.object().thing() != null
                && one.subject().same(other.object())
                && one.object().same(other.subject());
    }

    /** @return whether the better verdict leaves no room for the worse one */
    private boolean excludes(Verdict better, Verdict worse) {
        Proposal one = better.proposal();
        Proposal other = worse.proposal();
        if (!one.sentence().equals(other.sentence())) {
            return one.samePlace(other);
        }
        boolean close = YesNo.logOdds(better.probability()) - YesNo.logOdds(worse.probability()) < MARGIN;
        boolean relation = one.relation().iri().equals(other.relation().iri());
        boolean value = one.object().thing() == null;
        boolean object =
                one.object().begin() == other.object().begin() && one.object().same(other.object());
        boolean subject = one.subject().same(other.subject());
        if (relation && object) {
            return true;
        }
        if (relation && subject && value) {
            return !close || one.relation().functional();
        }
        boolean related = ontology.relations().containsKey(other.relation().iri())
                && (one.relation().parents().contains(other.relation().iri())
                        || other.relation().parents().contains(one.relation().iri()));
        boolean swapped = one.subject().same(other.object()) && one.object().same(other.subject());
        boolean pair = (subject && object) || swapped;
        boolean rivals = value ? object : pair;
        return !relation && !related && rivals && !close;
    }

    private static Rejection rejection(Verdict verdict, Loss loss, Passage passage) {
        Sentence sentence = verdict.proposal().sentence();
        return new Rejection(
                loss.reason(),
                verdict.proposal().statement(),
                Naming.quotation(passage, sentence.begin(), sentence.end()),
                loss.why() + "; " + verdict.detail());
    }

    static String number(double probability) {
        return String.format(Locale.ROOT, "%.3f", probability);
    }
}
