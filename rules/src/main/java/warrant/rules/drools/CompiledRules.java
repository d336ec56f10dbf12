package warrant.rules.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.RuleBase;
import warrant.rules.justify.Clause;
import warrant.rules.justify.Program;
import warrant.rules.match.Plan;
import warrant.rules.match.Variables;

/** Rule bases compiled by Drools, the latest used kept, by content. */
final class CompiledRules {
    private static final int MOST_KEPT = 16;
    private static final AtomicLong RELEASES = new AtomicLong();

    private final Map<String, Compiled> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A compiled rule base.
     *
     * @param constants by number, as the rules fetch them
     * @param orders see {@link DrlWriter.Drl}
     * @param rests by clause, what remains to be decided when its patterns are matched
     */
    record Compiled(
            Program program,
            KieBase base,
            List<Term> constants,
            Map<Integer, List<Pattern>> orders,
            Map<Integer, Plan> rests) {}

    synchronized Compiled of(RuleBase rules) {
        String hash = rules.hash();
        Compiled known = kept.get(hash);
        if (known == null) {
            known = compile(new Program(rules));
            kept.put(hash, known);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return known;
    }

    private static Compiled compile(Program program) {
        DrlWriter.Drl drl = DrlWriter.write(program);
        Map<Integer, Plan> rests = new HashMap<>();
        for (Clause clause : program.clauses()) {
            List<Condition> rest = new ArrayList<>(clause.conditions());
            rest.removeAll(clause.patterns());
            rests.put(
                    clause.id(),
                    program.planOf(clause, rest, Variables.boundOrAssigned(List.copyOf(clause.patterns()))));
        }
        return new Compiled(program, build(drl.text()), drl.constants(), drl.orders(), rests);
    }

    private static KieBase build(String drl) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("warrant", "rules", "1." + RELEASES.incrementAndGet());
        ClassLoader loader = CompiledRules.class.getClassLoader();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/warrant/compiled/rules.drl", drl);
        KieBuilder builder = services.newKieBuilder(files, loader);
        builder.buildAll(org.drools.compiler.kie.builder.impl.DrlProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("Drools refuses what was compiled for it: " + builder.getResults());
        }
        KieContainer container = services.newKieContainer(release, loader);
        KieBase base = container.getKieBase();
        services.getRepository().removeKieModule(release);
        return base;
    }
}
