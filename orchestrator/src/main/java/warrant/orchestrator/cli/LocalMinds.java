package warrant.orchestrator.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import warrant.extraction.relate.Level;
import warrant.llm.LanguageModel;
import warrant.llm.RememberingModel;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.eval.suite.Minds;

/** The model and the encoder in this process, for suites. What the model decided is kept, so a long run resumes. */
final class LocalMinds {
    private LocalMinds() {}

    static Minds of(Shell shell, Level level) {
        return new Minds(level, once(() -> model(shell)), once(() -> LocalModels.encoder(shell)));
    }

    /** @return the folder in which suites keep what is finished */
    static Path journals(Shell shell) {
        return shell.settings().models().resolveSibling("evaluation-journals");
    }

    private static LanguageModel model(Shell shell) {
        Settings settings = shell.settings();
        LanguageModel model = LocalModels.open(shell);
        return new RememberingModel(model, settings.models().resolveSibling("evaluation-decisions"));
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        Object[] made = new Object[1];
        return () -> {
            synchronized (made) {
                if (made[0] == null) {
                    made[0] = make.get();
                }
                @SuppressWarnings("unchecked")
                T known = (T) made[0];
                return known;
            }
        };
    }
}
