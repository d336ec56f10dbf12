package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import warrant.orchestrator.bench.RuleSpeed.Figure;

/** Prints what was measured. */
final class Figures {
    private Figures() {}

    static void print(Shell shell, List<Figure> figures) {
        ArrayNode json = Shell.JSON.valueToTree(figures);
        if (!shell.printedJson(json)) {
            figures.forEach(figure -> shell.print(figure.toString()));
        }
    }
}
