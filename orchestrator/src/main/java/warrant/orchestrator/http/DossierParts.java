package warrant.orchestrator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warrant.graph.Document;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.dossier.Dossier;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.view.AnswerView;

/** Gathers what a dossier tells besides the answers. */
final class DossierParts {
    private DossierParts() {}

    static Dossier of(OpenMatter matter, List<AnswerView> answers) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Warrant", "0.1.0 " + System.getProperty("warrant.build", ""));
        versions.put("Rule base", MatterRules.read(matter.folder()).ruleBase().hash());
        versions.put("Rule engine", matter.settings().engine());
        versions.put("Language model", matter.settings().model());
        for (Document document : matter.store().documents()) {
            versions.put(document.name(), document.hash());
        }
        return new Dossier(matter.folder().title(), matter.clock().instant().toString(), answers, versions);
    }
}
