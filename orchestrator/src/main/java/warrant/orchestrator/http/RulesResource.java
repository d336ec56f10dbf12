package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.graph.Ontology;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.matter.RuleVersions;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.view.RuleView;
import warrant.rules.Rule;
import warrant.rules.language.EntityCheck;
import warrant.rules.language.Problem;
import warrant.rules.language.cite.CitationCheck;

/** What a matter can state, and what follows from it. */
@Path("/v1")
@Blocking
public class RulesResource {
    private final Owner owner;

    RulesResource(Owner owner) {
        this.owner = owner;
    }

    /**
     * What is wrong with rules.
     *
     * @param problems one line each: file, line, column, what was expected
     * @param findings the same taken apart
     */
    public record Checked(
            int files, int rules, int errors, int warnings, List<String> problems, List<Problem> findings) {}

    /** @param failures one line or more each: which expectation was not met, and why */
    public record Tested(int tests, int expectations, int failed, List<String> failures) {}

    /** A class or relation of an ontology. */
    public record TermView(String iri, String label, String comment, List<String> domain, List<String> range) {}

    /** @param own whether it is the matter's own rather than Warrant's general one */
    public record OntologyView(boolean own, List<TermView> classes, List<TermView> relations) {}

    @POST
    @Path("rules/check")
    @Operation(summary = "Reads the rules and tells every problem with its place")
    public Checked check(@QueryParam("matter") @Nullable String matter) {
        MatterFolder folder = folder(matter);
        MatterRules rules = MatterRules.read(folder);
        List<Problem> problems = new ArrayList<>(rules.parsed().problems());
        rules.parsed().ruleBase().ifPresent(base -> {
            problems.addAll(
                    CitationCheck.check(base, RuleTrials.documents(folder)).problems());
            if (EntityCheck.isNeeded(base)) {
                problems.addAll(EntityCheck.check(
                        base,
                        owner.open(matter).store().statements(owner.clock().instant())));
            }
        });
        int errors = (int) problems.stream().filter(Problem::isError).count();
        return new Checked(
                rules.sources().size(),
                rules.parsed().ruleBase().map(base -> base.rules().size()).orElse(0),
                errors,
                problems.size() - errors,
                problems.stream().map(Problem::text).toList(),
                problems);
    }

    @POST
    @Path("rules/test")
    @Operation(summary = "Runs the tests of the rules")
    public Tested test(@QueryParam("matter") @Nullable String matter) {
        MatterFolder folder = folder(matter);
        return RuleTrials.run(folder, MatterRules.read(folder), owner.settings().engine(), owner.clock());
    }

    @GET
    @Path("rules")
    @Operation(summary = "The rules, as a reader sees them")
    public List<RuleView> rules(@QueryParam("matter") @Nullable String matter) {
        MatterRules rules = MatterRules.read(folder(matter));
        Function<Rule, String> text = rules.text();
        return rules.ruleBase().rules().stream()
                .filter(rule -> !rule.id().startsWith("ontology:"))
                .map(rule -> RuleView.of(rule, text.apply(rule)))
                .toList();
    }

    @GET
    @Path("rules/versions")
    @Operation(summary = "When which rules became known, oldest first")
    public List<RuleHistory.VersionView> versions(@QueryParam("matter") @Nullable String matter) {
        String name = owner.register().choose(matter).name();
        return RuleHistory.of(new RuleVersions(new DataFolder(owner.settings().data()).rules(name)));
    }

    @GET
    @Path("ontology")
    @Operation(summary = "The classes and relations that the matter can state")
    public OntologyView ontology(@QueryParam("matter") @Nullable String matter) {
        MatterRules rules = MatterRules.read(folder(matter));
        Ontology ontology = rules.ontology();
        return new OntologyView(
                rules.own(),
                ontology.classes().values().stream()
                        .map(each -> new TermView(
                                each.iri(), each.label(), each.comment(), sorted(each.parents()), List.of()))
                        .sorted(java.util.Comparator.comparing(TermView::label))
                        .toList(),
                ontology.relations().values().stream()
                        .map(each -> new TermView(
                                each.iri(), each.label(), each.comment(), sorted(each.domain()), sorted(each.range())))
                        .sorted(java.util.Comparator.comparing(TermView::label))
                        .toList());
    }

    private static List<String> sorted(java.util.Set<String> iris) {
        return iris.stream().sorted().toList();
    }

    private MatterFolder folder(@Nullable String matter) {
        return MatterFolder.read(owner.register().choose(matter).folder());
    }
}
