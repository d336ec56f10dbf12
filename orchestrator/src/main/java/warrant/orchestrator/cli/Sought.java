package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is asked about and as of which day, mixed into the commands about a conclusion. */
final class Sought {
    @Parameters(index = "0", paramLabel = "SUBJECT", description = "label or <IRI>")
    private String subject = "";

    @Parameters(index = "1", paramLabel = "RELATION", description = "label, name or <IRI>")
    private String relation = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "OBJECT",
            description = "label or <IRI>, or a value (default: any)")
    private @Nullable String object;

    @Mixin
    private AsOf asOf = new AsOf();

    @Option(names = "--known-on", paramLabel = "DAY", description = "with what was known on that day")
    private @Nullable String knownOn;

    ObjectNode asking() {
        return Shell.JSON
                .createObjectNode()
                .put("subject", subject)
                .put("relation", relation)
                .put("object", object)
                .put("asOf", asOf.day)
                .put("knownOn", knownOn);
    }
}
