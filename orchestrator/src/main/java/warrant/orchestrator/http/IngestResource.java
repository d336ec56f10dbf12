package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.graph.MatterStore;
import warrant.orchestrator.Ingest;
import warrant.orchestrator.IngestState;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.desk.Proposing;
import warrant.orchestrator.ingest.Extracts;
import warrant.orchestrator.ingest.Failure;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.owner.Budget;
import warrant.orchestrator.owner.Job;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.owner.Work;

/** Taking in the documents of a matter. */
@Path("/v1/ingest")
@Blocking
public class IngestResource {
    private static final String KIND = "ingest";
    /** Less work tells no rate. */
    private static final long ENOUGH = 5_000;

    private final Owner owner;
    private final Work work;

    IngestResource(Owner owner, Work work) {
        this.owner = owner;
        this.work = work;
    }

    /**
     * How a matter's ingestion stands, from what is kept: it is known after a crash too.
     *
     * @param state {@code none}, {@code running}, {@code interrupted} (killed: ask for it again), {@code complete} or
     *     {@code stopped: why}
     * @param read passages that what was found in is kept of
     * @param failures who must act for what
     * @param jobs of this matter that have not ended, and the last one that has
     */
    public record Standing(
            String matter,
            String state,
            int documents,
            int passages,
            int read,
            List<Failure> failures,
            List<JobsResource.JobView> jobs) {}

    /**
     * What an ingestion would have to do.
     *
     * @param seconds that it would take at the rate of earlier; null: nothing like it was done on this machine yet
     */
    public record Estimate(
            int documents,
            int unchanged,
            int removed,
            int passages,
            int unread,
            @Nullable Double seconds) {}

    /**
     * @param with {@code rules}, {@code encoder} or {@code model}
     * @param seconds that it may take; 0: any
     * @param tokens that the model may read; 0: any
     * @param open whether an ontology is drafted from the documents, where the matter brings none
     */
    @POST
    @Operation(summary = "Brings what is believed in line with the documents folder; answers with the job")
    public JobsResource.JobView ingest(
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("with") @Nullable String with,
            @QueryParam("seconds") @DefaultValue("0") long seconds,
            @QueryParam("tokens") @DefaultValue("0") long tokens,
            @QueryParam("open") @DefaultValue("false") boolean open) {
        Budget budget = new Budget(seconds == 0 ? null : Duration.ofSeconds(seconds), tokens);
        return JobsResource.JobView.of(start(owner, work, matter, level(with), budget, open));
    }

    @POST
    @Path("estimate")
    @Operation(summary = "Finds out what an ingestion would have to do, and changes nothing; answers with the job")
    public JobsResource.JobView estimate(
            @QueryParam("matter") @Nullable String matter, @QueryParam("with") @Nullable String with) {
        Level level = level(with);
        String name = owner.register().choose(matter).name();
        double rate = owner.rates().of(rateOf(owner, level));
        return JobsResource.JobView.of(owner.jobs().submit(new Job.Order("estimate", name, Budget.NONE, 0), job -> {
            Ingest.Plan plan = work.plan(owner.open(name), level, job);
            return new Estimate(
                    plan.documents(),
                    plan.unchanged(),
                    plan.removed(),
                    plan.passages(),
                    plan.unread(),
                    rate == 0 ? null : plan.work() / rate);
        }));
    }

    @GET
    @Operation(summary = "How the ingestion of a matter stands: its state, its jobs, what failed and who must act")
    public Standing standing(@QueryParam("matter") @Nullable String matter) {
        String name = owner.register().choose(matter).name();
        List<Job> jobs = owner.jobs().list().stream()
                .filter(job -> job.order().matter().equals(name))
                .filter(job -> job.order().kind().equals(KIND))
                .toList();
        List<Job> shown = jobs.stream()
                .filter(job -> !job.state().ended() || job == jobs.getLast())
                .toList();
        MatterStore store = owner.store().matter(name);
        boolean atWork = jobs.stream().anyMatch(job -> !job.state().ended());
        String state = IngestState.of(store);
        return new Standing(
                name,
                state.equals("running") && !atWork ? "interrupted" : state,
                store.documents().size(),
                store.documents().stream()
                        .mapToInt(document -> store.passages(document.id()).size())
                        .sum(),
                store.kept(Extracts.KIND).size(),
                failures(store.kept(Ingest.FAILED)),
                shown.stream().map(JobsResource.JobView::of).toList());
    }

    private static List<Failure> failures(Map<String, String> records) {
        return records.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(record -> Failure.read(record.getKey(), record.getValue()))
                .toList();
    }

    static Job start(Owner owner, Work work, @Nullable String matter, Level level, Budget budget, boolean open) {
        String name = owner.register().choose(matter).name();
        String rate = rateOf(owner, level);
        Job.Order order = new Job.Order(KIND, name, budget, owner.rates().of(rate));
        return owner.jobs().submit(order, job -> {
            OpenMatter matterNow = open ? drafted(owner, name, job) : owner.open(name);
            matterNow.folder().warnings().forEach(job::line);
            Object result = owner.echoing(job, () -> work.ingest(matterNow, level, job));
            if (job.standing().done() >= ENOUGH) {
                owner.rates().keep(rate, job.standing().rate());
            }
            return result;
        });
    }

    /** Open extraction: what the documents could state is drafted first, and is then what is looked for. */
    private static OpenMatter drafted(Owner owner, String name, Job job) throws IOException {
        MatterFolder folder = owner.open(name).folder();
        if (folder.ontology().isEmpty()) {
            Proposing.Proposal proposal = new Proposing(folder.passwords(), job).of(folder.documentsFolder(), 1, null);
            Files.writeString(folder.draftedOntology(), proposal.turtle());
            job.line("drafted " + proposal.classes() + " classes and " + proposal.relations() + " relations into "
                    + folder.draftedOntology() + ": edit it, and ingest again");
        }
        return owner.open(name);
    }

    private static String rateOf(Owner owner, Level level) {
        return "ingest " + level
                + (level == Level.MODEL ? " " + owner.settings().model() : "");
    }

    static Level level(@Nullable String with) {
        String name = with == null ? "model" : with;
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new OwnerException(
                        Who.USER, "expected rules, encoder or model, found '" + name.toLowerCase(Locale.ROOT) + "'"));
    }
}
