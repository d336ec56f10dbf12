package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology.Relation;
import warrant.graph.Passage;
import warrant.graph.Quotation;

/** Writes verdicts down as findings, with what the passage says of the names and classes of their sides. */
final class Findings {
    private final DocumentContext context;
    private final Passage passage;
    private final List<Argument> arguments;
    private final String method;
    private final String profile;
    private final Typing typing;

    Findings(
            DocumentContext context,
            Passage passage,
            List<Argument> arguments,
            Typing typing,
            String method,
            String profile) {
        this.context = context;
        this.passage = passage;
        this.arguments = arguments;
        this.typing = typing;
        this.method = method;
        this.profile = profile;
    }

    List<Finding> of(List<Verdict> verdicts) {
        List<Finding> findings = new ArrayList<>();
        Set<Thing> used = new LinkedHashSet<>();
        for (Verdict verdict : verdicts) {
            findings.add(statement(verdict));
            for (Argument side :
                    List.of(verdict.proposal().subject(), verdict.proposal().object())) {
                Thing thing = side.thing();
                if (thing != null) {
                    used.add(thing);
                }
            }
        }
        for (Thing thing : context.things()) {
            boolean defined = !thing.aliases().isEmpty() && !thing.kind().isEmpty() && isHere(thing.quotation());
            boolean main = thing.equals(context.main()) && isHere(thing.quotation());
            if (used.contains(thing) || defined || main) {
                naming(thing, findings);
            }
        }
        return findings;
    }

    private boolean isHere(Quotation quotation) {
        return quotation.span().page().equals(passage.page())
                && quotation.span().begin() >= passage.begin()
                && quotation.span().end() <= passage.end();
    }

    private Finding statement(Verdict verdict) {
        Proposal proposal = verdict.proposal();
        Sentence sentence = proposal.sentence();
        Relation relation = proposal.relation();
        Side object = relation.object() ? named(proposal.object(), relation.range()) : new Side.Value(proposal.value());
        Interval valid =
                relation.state() ? Validity.of(sentence, passage.text(), arguments, context.date()) : Interval.ALWAYS;
        return new Finding(
                named(proposal.subject(), relation.domain()),
                relation.iri(),
                object,
                valid,
                List.of(Naming.quotation(passage, sentence.begin(), sentence.end())),
                verdict.probability(),
                method,
                profile);
    }

    private Side.Named named(Argument side, Set<String> allowed) {
        Thing thing = side.thing();
        if (thing == null) {
            return new Side.Named(side.text(), "", Naming.quotation(passage, side.begin(), side.end()));
        }
        Quotation place = side.implied() ? thing.quotation() : Naming.quotation(passage, side.begin(), side.end());
        return new Side.Named(thing.name(), typing.of(thing, allowed), place);
    }

    /** Class and names of a thing, as far as this passage shows them. */
    private void naming(Thing thing, List<Finding> findings) {
        Side.Named self = new Side.Named(thing.name(), typing.of(thing, Set.of()), thing.quotation());
        Quotation here = place(thing.name());
        Quotation evidence = here == null ? thing.quotation() : here;
        if (!self.kind().isEmpty()) {
            findings.add(naming(self, Iris.TYPE, new Side.Named(self.kind(), "", evidence), evidence));
        }
        findings.add(naming(self, Iris.LABEL, new Side.Value(Literal.text(thing.name())), evidence));
        for (String alias : thing.aliases()) {
            Quotation quotation = place(alias);
            if (quotation != null) {
                findings.add(naming(self, Iris.ALT_LABEL, new Side.Value(Literal.text(alias)), quotation));
            }
        }
    }

    private Finding naming(Side.Named subject, String relation, Side object, Quotation evidence) {
        return new Finding(subject, relation, object, Interval.ALWAYS, List.of(evidence), 1, "rules", profile);
    }

    /** @return the first place of a name in this passage, or null */
    private @Nullable Quotation place(String name) {
        var matcher = Pattern.compile("(?<![\\p{L}\\p{N}])"
                        + Pattern.quote(name).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q") + "(?![\\p{L}\\p{N}])")
                .matcher(passage.text());
        if (!matcher.find()) {
            return null;
        }
        int begin = passage.text().codePointCount(0, matcher.start());
        return Naming.quotation(passage, begin, begin + passage.text().codePointCount(matcher.start(), matcher.end()));
    }
}
