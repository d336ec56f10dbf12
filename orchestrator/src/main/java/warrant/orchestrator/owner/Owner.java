package warrant.orchestrator.owner;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import warrant.graph.Store;
import warrant.graph.remember.RememberingStore;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.llm.MeteredModel;
import warrant.llm.RememberingModel;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.Progress;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.RuleVersions;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.search.Meanings;

/** Who owns a data folder: its matters, store, models and jobs. The store starts at once, models when asked for. */
public final class Owner implements AutoCloseable {
    private final Settings settings;
    private final Clock clock;
    private final Register register;
    private final Jobs jobs;
    private final Rates rates;
    private final AtomicLong tokens = new AtomicLong();
    private final Notices notices = new Notices();
    private final CompletableFuture<Store> store;
    private final Lazy<LanguageModel> model;
    private final Lazy<LanguageModel> reader;
    private final Lazy<Encoder> encoder;
    private final Meanings meanings;

    public Owner(Settings settings, Means means, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.register = Register.open(new DataFolder(settings.data()));
        this.jobs = new Jobs(clock, tokens::get);
        this.rates = new Rates(new DataFolder(settings.data()).rates());
        this.model = new Lazy<>(() -> means.model(settings, notices), LanguageModel::close);
        this.reader = new Lazy<>(
                () -> new RememberingModel(
                        new MeteredModel(model.get(), tokens), new DataFolder(settings.data()).decisions()),
                LanguageModel::close);
        this.encoder = new Lazy<>(() -> means.encoder(settings, notices), Encoder::close);
        this.meanings = new Meanings(encoder);
        this.store = CompletableFuture.supplyAsync(
                () -> new RememberingStore(means.store(settings, notices)),
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("store-start").daemon().factory()));
    }

    /**
     * Opens a matter, waiting for the store.
     *
     * @param name null or empty: the one in use
     */
    public OpenMatter open(@Nullable String name) {
        Register.Entry entry = register.choose(name);
        return open(entry, MatterFolder.read(entry.folder()));
    }

    private OpenMatter open(Register.Entry entry, MatterFolder folder) {
        return new OpenMatter(
                entry.name(),
                folder,
                new RuleVersions(new DataFolder(settings.data()).rules(entry.name())),
                store().matter(entry.name()),
                model,
                reader,
                encoder,
                meanings,
                clock,
                settings);
    }

    /** @return the store, once it has started */
    public Store store() {
        try {
            return store.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new OwnerException(Who.UPSTREAM, "Neo4j could not be started: " + cause.getMessage(), cause);
        }
    }

    /** @return {@code starting}, {@code ready}, or {@code failed: why} */
    public String storeState() {
        if (!store.isDone()) {
            return "starting";
        }
        return store.isCompletedExceptionally()
                ? "failed: " + store.exceptionNow().getMessage()
                : "ready";
    }

    public Settings settings() {
        return settings;
    }

    public Clock clock() {
        return clock;
    }

    public Register register() {
        return register;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Rates rates() {
        return rates;
    }

    /** @return what the owner is doing by itself, newest last: fetching, starting, loading */
    public List<String> notices() {
        return notices.latest();
    }

    /** Does work, and passes on what the owner does by itself meanwhile. */
    public <T> T echoing(Progress progress, java.util.function.Supplier<T> work) {
        Runnable leave = notices.echo(progress);
        try {
            return work.get();
        } finally {
            leave.run();
        }
    }

    /** @return the language model, loaded if need be */
    public LanguageModel model() {
        return model.get();
    }

    /** @return the encoder, loaded if need be */
    public Encoder encoder() {
        return encoder.get();
    }

    public boolean isModelLoaded() {
        return model.isMade();
    }

    @Override
    public void close() {
        jobs.close();
        reader.end();
        model.end();
        encoder.end();
        if (store.isDone() && !store.isCompletedExceptionally()) {
            store.join().close();
        } else {
            store.cancel(true);
        }
    }
}
