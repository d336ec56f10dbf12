package warrant.orchestrator.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warrant.orchestrator.view.AnswerView;

/**
 * Answers with all they rest on.
 *
 * @param title of the matter
 * @param made when it was made
 * @param versions what produced it: name to version or hash, in the order to be shown
 */
public record Dossier(String title, String made, List<AnswerView> answers, Map<String, String> versions) {
    public Dossier {
        answers = List.copyOf(answers);
        versions = new LinkedHashMap<>(versions);
    }
}
