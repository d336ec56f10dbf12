package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;
import warrant.llm.ModelException;
import warrant.llm.encoder.MiniLm;
import warrant.llm.encoder.TextEncoder;
import warrant.llm.export.GgufExport;
import warrant.llm.store.ModelReference;
import warrant.llm.store.ModelStore;
import warrant.llm.torch.ModelFacts;
import warrant.llm.torch.Precision;
import warrant.llm.torch.TorchLanguageModel;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.TensorType;
import warrant.orchestrator.config.NamedModels;

/** Models in this process, whatever they are named by. */
final class LocalModels {
    /** Enough to tell models apart, and read in minutes. */
    private static final int TOKENS = 4096;

    private LocalModels() {}

    static LanguageModel open(Shell shell) {
        return told(() -> named(shell).model(host(shell)));
    }

    static Encoder encoder(Shell shell) {
        return told(() -> named(shell).encoder(host(shell)));
    }

    private static NamedModels named(Shell shell) {
        return new NamedModels(
                shell.settings(),
                (what, done, total) -> shell.progress("%s %d of %d MiB".formatted(what, done >> 20, total >> 20)));
    }

    private static NamedModels.Host host(Shell shell) {
        return new NamedModels.Host() {
            @Override
            public LanguageModel model(Path file, warrant.llm.torch.Settings how) {
                shell.progress("loading " + how.name());
                return TorchLanguageModel.open(file, how);
            }

            @Override
            public Encoder encoder(Optional<Path> folder) {
                int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
                return folder.<Encoder>map(path -> TextEncoder.open(path, threads))
                        .orElseGet(() -> MiniLm.open(threads));
            }
        };
    }

    /** Fetches what is not here. @return its file or folder */
    static Path file(Shell shell, String name) {
        return told(() -> named(shell).file(ModelReference.of(name)));
    }

    static ObjectNode info(Shell shell, String name) {
        return told(() -> {
            ModelReference reference = ModelReference.of(name);
            ObjectNode told = Shell.JSON.createObjectNode().put("name", name);
            if (reference instanceof ModelReference.Known known) {
                told.put("what", known.entry().what())
                        .put("licence", known.entry().licence())
                        .put("sha256", known.entry().sha256());
            }
            Optional<Path> here = here(named(shell).store(true), reference);
            told.put("path", here.map(Path::toString).orElse("not here"));
            here.ifPresent(path -> facts(told, path, named(shell).how(name, reference)));
            return told;
        });
    }

    private static Optional<Path> here(ModelStore store, ModelReference reference) {
        return switch (reference) {
            case ModelReference.Known known -> store.find(known.entry());
            case ModelReference.Local local -> Optional.of(local.path());
            case ModelReference.OnHub wanted -> store.find(wanted);
            case ModelReference.Served served -> Optional.empty();
        };
    }

    private static void facts(ObjectNode told, Path path, warrant.llm.torch.Settings how) {
        try (Checkpoint file = Checkpoint.open(path)) {
            ModelFacts facts = ModelFacts.of(file, how);
            file.findText("general.license").ifPresent(licence -> told.put("licence", licence));
            long cache = facts.tokenBytes() * facts.window();
            told.put("architecture", facts.architecture())
                    .put("parameters", facts.parameters())
                    .put("stored as", facts.storage().toString())
                    .put("layers", facts.layers())
                    .put("width", facts.hidden())
                    .put("vocabulary", facts.vocabulary())
                    .put("window", facts.window())
                    .put("device", facts.device())
                    .put("precision", facts.reading() + ", writing " + facts.writing())
                    .put("because", facts.reason())
                    .put("memory of weights", mebibytes(facts.weightBytes()))
                    .put("memory of a full window", mebibytes(cache))
                    .put("memory in all, about", mebibytes(facts.weightBytes() + cache))
                    .put("follows instructions", facts.template());
        }
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    static ObjectNode export(Shell shell, String name, Path to, String type, @Nullable Path text) {
        if (Files.exists(to)) {
            throw new Failure(Failure.Who.USER, to + " is there already; it is kept as it is");
        }
        TensorType wanted = type(type);
        String read = text == null ? "" : read(text);
        return told(() -> {
            Path from = file(shell, name);
            shell.progress("writing " + to);
            try (Checkpoint checkpoint = Checkpoint.open(from)) {
                GgufExport.write(checkpoint, to, wanted);
            }
            ObjectNode told = Shell.JSON.createObjectNode().put("file", to.toString());
            told.put("bytes", to.toFile().length());
            if (text != null) {
                double before = perplexity(shell, from, name, read);
                double after = perplexity(shell, to, to.toString(), read);
                told.put("perplexity before", before)
                        .put("perplexity after", after)
                        .put("cost in percent", 100 * (after / before - 1));
            }
            return told;
        });
    }

    private static String read(Path text) {
        try {
            return Files.readString(text);
        } catch (IOException failure) {
            throw new Failure(Failure.Who.USER, "cannot read " + failure.getMessage(), failure);
        }
    }

    private static TensorType type(String name) {
        try {
            return TensorType.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Failure(Failure.Who.USER, "no file is written in '" + name + "'. Maybe you mean q8_0", unknown);
        }
    }

    /** In F32, so that nothing but the file's own rounding counts. */
    private static double perplexity(Shell shell, Path file, String name, String text) {
        shell.progress("measuring " + name);
        try (TorchLanguageModel model = TorchLanguageModel.open(
                file,
                warrant.llm.torch.Settings.of(name).withSha256(Optional.of("")).withPrecision(Precision.F32))) {
            return Math.exp(model.surprise(text, TOKENS));
        }
    }

    /** Says what went wrong with a model as commands say it. */
    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (ModelException failure) {
            Failure.Who who = switch (failure.code()) {
                case USER -> Failure.Who.USER;
                case UPSTREAM -> Failure.Who.UPSTREAM;
                case LIMIT -> Failure.Who.LIMIT;
                case US -> Failure.Who.US;
            };
            throw new Failure(who, String.valueOf(failure.getMessage()), failure);
        }
    }
}
