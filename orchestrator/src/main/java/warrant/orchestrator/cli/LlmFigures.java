package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Figures of models as lines: the value, its share of what memory allows, the peer's beside it. */
final class LlmFigures {
    private LlmFigures() {}

    /** @param all for each thing that was measured its figures */
    static void print(Shell shell, ObjectNode all) {
        if (shell.printedJson(all)) {
            return;
        }
        all.properties().forEach(entry -> {
            JsonNode told = entry.getValue();
            shell.print(entry.getKey() + "  " + told.path("profile").asText());
            for (JsonNode figure : told.path("figures")) {
                shell.print(line(figure) + beside(figure, told.path("peer").path("figures")));
            }
            for (JsonNode other : told.path("peer").path("figures")) {
                if (named(told.path("figures"), other.path("name").asText()).isMissingNode()) {
                    shell.print(line(other) + "   (llama.cpp alone)");
                }
            }
            told.path("skipped").forEach(name -> shell.print("  " + name.asText() + ": left out, the time was over"));
        });
    }

    private static JsonNode named(JsonNode figures, String name) {
        for (JsonNode figure : figures) {
            if (figure.path("name").asText().equals(name)) {
                return figure;
            }
        }
        return figures.path("nothing");
    }

    private static String line(JsonNode figure) {
        String share = figure.hasNonNull("share")
                ? String.format(
                        Locale.ROOT,
                        "  %5.1f %% of what memory allows",
                        figure.path("share").asDouble())
                : "";
        return String.format(
                        Locale.ROOT,
                        "  %-42s %10.2f %s",
                        figure.path("name").asText(),
                        figure.path("value").asDouble(),
                        figure.path("unit").asText())
                + share;
    }

    private static String beside(JsonNode figure, JsonNode peers) {
        JsonNode other = named(peers, figure.path("name").asText());
        if (other.isMissingNode()) {
            return "";
        }
        double theirs = other.path("value").asDouble();
        return String.format(
                Locale.ROOT,
                "   llama.cpp %.2f: %.2f times that",
                theirs,
                figure.path("value").asDouble() / theirs);
    }
}
