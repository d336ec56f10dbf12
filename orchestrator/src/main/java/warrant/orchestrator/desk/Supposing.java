package warrant.orchestrator.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.desk.Knowing.Known;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.owner.Supposal;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.review.Stating.Sought;
import warrant.orchestrator.view.WhatIfView;
import warrant.orchestrator.view.WhyNotView;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Refutation;
import warrant.rules.Refutation.Failure;
import warrant.rules.RefutationText;
import warrant.rules.RuleBase;
import warrant.rules.language.SourceText;
import warrant.rules.suppose.Change;
import warrant.rules.suppose.Difference;
import warrant.rules.suppose.WhatIf;

/** Answers what is missing, and what would follow if something were otherwise. Changes nothing. */
final class Supposing {
    private static final int TRIED = 3;
    private static final String SUPPOSED_FILE = "supposed.rules";

    private final OpenMatter matter;
    private final Known known;
    private final Showing showing;

    Supposing(OpenMatter matter, Known known) {
        this.matter = matter;
        this.known = known;
        this.showing = new Showing(known);
    }

    WhyNotView whyNot(Sought sought) {
        Deduction deduction = known.knowledge().deduction();
        List<Triple> held = deduction.matching(sought.subject(), sought.relation(), sought.object());
        String asOf = deduction.asOf().toString();
        if (!held.isEmpty()) {
            return new WhyNotView(
                    showing.says(held.getFirst()),
                    true,
                    asOf,
                    "",
                    List.of(),
                    List.of(),
                    deduction.proof(held.getFirst()).map(showing::steps).orElse(List.of()));
        }
        Refutation refutation = deduction.whyNot(sought.subject(), sought.relation(), sought.object());
        return new WhyNotView(
                says(sought),
                false,
                asOf,
                showing.text(refutation),
                refutation.failures().stream().map(this::shortfall).toList(),
                suppositions(sought, refutation),
                showing.against(refutation));
    }

    /** @return the certificate of the first triple that holds, or of the “no” */
    String certificate(Sought sought) {
        Knowledge knowledge = known.knowledge();
        Deduction deduction = knowledge.deduction();
        return deduction.matching(sought.subject(), sought.relation(), sought.object()).stream()
                .findFirst()
                .flatMap(deduction::proof)
                .map(proof -> Checking.certificate(proof, knowledge).json())
                .orElseGet(() -> Checking.certificate(
                                deduction.whyNot(sought.subject(), sought.relation(), sought.object()), knowledge)
                        .json());
    }

    private String says(Sought sought) {
        Term object = sought.object();
        return object == null
                ? "any " + known.knowledge().wording().relation(sought.relation()) + " of "
                        + known.knowledge().wording().of(sought.subject())
                : showing.says(new Triple(sought.subject(), sought.relation(), object));
    }

    private WhyNotView.Shortfall shortfall(Failure failure) {
        int unmet = switch (failure) {
            case Failure.NotInForce none -> 1;
            case Failure.Stopped stopped -> 1;
            case Failure.Unmet some -> some.lacks().size();
        };
        return new WhyNotView.Shortfall(
                failure.rule().id(), failure.rule().name(), unmet, RefutationText.of(failure, showing.plain()));
    }

    private List<WhyNotView.Supposed> suppositions(Sought sought, Refutation refutation) {
        WhatIf whatIf = whatIf();
        return refutation.suppositions().stream()
                .limit(TRIED)
                .map(each -> new WhyNotView.Supposed(
                        RefutationText.of(each, showing.plain()),
                        whatIf.holds(each, sought.subject(), sought.relation(), sought.object())))
                .toList();
    }

    private WhatIf whatIf() {
        List<Statement> statements = known.statements();
        return new WhatIf(
                Engines.of(matter.settings().engine(), statements.size()),
                known.rules().ruleBase(),
                statements,
                known.knowledge().asOf(),
                Limits.GENEROUS);
    }

    WhatIfView whatIf(Supposal supposal) {
        MatterRules rules = rules(supposal);
        RuleBase base = rules.equals(known.rules()) && supposal.without().isEmpty()
                ? null
                : rules.ruleBase().without(Set.copyOf(supposal.without()));
        Difference difference =
                whatIf().difference(new Change(supposal.added(), supposal.removed(), base, supposal.then()));
        Showing after = new Showing(known.under(difference.after(), rules));
        LocalDate then = difference.after().asOf();
        return new WhatIfView(
                known.knowledge().asOf().toString(),
                then.toString(),
                difference.gained().stream()
                        .map(triple -> changed(triple, difference.after(), after, null))
                        .toList(),
                difference.lost().stream()
                        .map(triple -> changed(triple, difference.before(), showing, difference.after()))
                        .toList(),
                difference.disputed().stream().map(this::dispute).toList(),
                difference.settled().stream().map(this::dispute).toList(),
                notes(difference));
    }

    private MatterRules rules(Supposal supposal) {
        String more = supposal.rules();
        return more == null ? known.rules() : MatterRules.read(matter.folder(), new SourceText(SUPPOSED_FILE, more));
    }

    /** @param elsewhere where it does not hold, if that is to be explained */
    private WhatIfView.Changed changed(
            Triple triple, Deduction deduction, Showing showing, @Nullable Deduction elsewhere) {
        String why = elsewhere == null
                ? ""
                : this.showing.text(elsewhere.whyNot(triple.subject(), triple.relation(), triple.object()));
        return new WhatIfView.Changed(
                showing.says(triple),
                deduction.proof(triple).map(showing::steps).orElse(List.of()),
                why);
    }

    private String dispute(Deduction.Conflict conflict) {
        return conflict.sides().stream()
                .map(side -> showing.says(side.conclusion()))
                .distinct()
                .collect(Collectors.joining(" – against – "));
    }

    private static List<String> notes(Difference difference) {
        Set<String> notes =
                new LinkedHashSet<>(difference.after().completeness().cut());
        List<String> news = new ArrayList<>(difference.after().warnings());
        news.removeAll(difference.before().warnings());
        notes.addAll(news);
        return List.copyOf(notes);
    }
}
