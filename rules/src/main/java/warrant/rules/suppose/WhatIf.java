package warrant.rules.suppose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Refutation.Supposition;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.RuleTerm;
import warrant.rules.Session;

/** Deduces what would follow if something were otherwise. */
public final class WhatIf {
    /** Author of what is supposed. */
    public static final String SUPPOSED = "supposed";

    private final RuleEngine engine;
    private final RuleBase rules;
    private final List<Statement> statements;
    private final LocalDate asOf;
    private final Limits limits;

    public WhatIf(RuleEngine engine, RuleBase rules, Collection<Statement> statements, LocalDate asOf, Limits limits) {
        this.engine = engine;
        this.rules = rules;
        this.statements = List.copyOf(statements);
        this.asOf = asOf;
        this.limits = limits;
    }

    /** @return a statement that nobody makes, so that proofs show which of their premises are suppositions */
    public static Statement supposed(Triple triple, Interval valid) {
        Origin origin = new Origin.Asserted(SUPPOSED, "for the sake of argument");
        return new Statement(triple, valid, List.of(new Support("supposed " + triple, origin, Instant.EPOCH, null)));
    }

    /**
     * @return what the change makes of the conclusions
     * @throws warrant.rules.RuleException when the supposed rules cannot be evaluated
     */
    public Difference difference(Change change) {
        try (Session session = engine.open(rules, statements, asOf, limits)) {
            Deduction before = session.deduction();
            return Difference.of(before, after(session, change));
        }
    }

    private Deduction after(Session session, Change change) {
        RuleBase governing = change.rules();
        if (change.day() == null) {
            if (governing != null) {
                session.govern(governing);
            }
            session.retract(change.removed());
            session.insert(change.added());
            return session.deduction();
        }
        try (Session other =
                engine.open(governing == null ? rules : governing, changed(change), change.day(), limits)) {
            return other.deduction();
        }
    }

    private Collection<Statement> changed(Change change) {
        record Id(Triple triple, Interval valid) {}
        Map<Id, Statement> all = new LinkedHashMap<>();
        statements.forEach(each -> all.put(new Id(each.triple(), each.valid()), each));
        change.removed().forEach(each -> all.remove(new Id(each.triple(), each.valid())));
        change.added().forEach(each -> all.put(new Id(each.triple(), each.valid()), each));
        return all.values();
    }

    /**
     * @return whether something would hold under a supposition; an open place is filled with an entity of its own, and
     *     where that decides nothing it would not
     */
    public boolean holds(Supposition supposition, Entity subject, String relation, @Nullable Term object) {
        List<Statement> added = new ArrayList<>();
        for (var pattern : supposition.statements()) {
            Term who = filled(pattern.subject());
            if (who instanceof Entity entity) {
                added.add(supposed(new Triple(entity, pattern.relation(), filled(pattern.object())), Interval.ALWAYS));
            }
        }
        try (Session session = engine.open(rules, statements, asOf, limits)) {
            session.insert(added);
            return !session.deduction().matching(subject, relation, object).isEmpty();
        }
    }

    private static Term filled(RuleTerm place) {
        return switch (place) {
            case RuleTerm.Constant(Term term) -> term;
            case RuleTerm.Variable(String name) -> new Entity(Iris.WARRANT + "supposed:" + name);
            case RuleTerm.Named(String label) -> new Entity(Iris.WARRANT + "supposed:named");
        };
    }
}
