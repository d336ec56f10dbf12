package warrant.orchestrator.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warrant.orchestrator.view.AnswerView;
import warrant.orchestrator.view.ClaimView;
import warrant.orchestrator.view.QuotationView;
import warrant.orchestrator.view.RuleView;
import warrant.orchestrator.view.StepView;

/** Lays a dossier out as one HTML page that needs nothing else: no script, no network. */
public final class DossierPage {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            """;

    private final Html html = new Html();
    private final Register evidence = new Register();
    private final Map<String, RuleView> rules = new LinkedHashMap<>();

    private DossierPage() {}

    /** @return the page as text, to be stored as UTF-8 */
    public static String of(Dossier dossier) {
        DossierPage page = new DossierPage();
        page.write(dossier);
        return page.html.toString();
    }

    private void write(Dossier dossier) {
        html.trusted(FRAME).element("title", "Dossier: " + dossier.title());
        html.open("style").trusted(style()).close("style").trusted("</head>\n<body>\n");
        html.element("a", "Skip to the answers", "class", "skip", "href", "#answers");
        html.open("header").element("p", "Dossier", "class", "kicker").element("h1", dossier.title());
        html.element("p", "Made " + dossier.made() + " by Warrant.", "class", "meta");
        contents(dossier.answers());
        html.close("header").open("main", "id", "answers");
        for (int i = 0; i < dossier.answers().size(); i++) {
            answer(i + 1, dossier.answers().get(i));
        }
        rules();
        register();
        versions(dossier.versions());
        html.close("main");
        signOff();
        html.trusted("</body>\n</html>\n");
    }

    private void contents(List<AnswerView> answers) {
        if (answers.size() < 2) {
            return;
        }
        html.open("nav", "aria-label", "Questions").open("ol");
        for (int i = 0; i < answers.size(); i++) {
            html.open("li").element("a", answers.get(i).question(), "href", "#q" + (i + 1));
            html.element(
                            "span",
                            answers.get(i).kind(),
                            "class",
                            "badge " + answers.get(i).kind())
                    .close("li");
        }
        html.close("ol").close("nav");
    }

    private void answer(int number, AnswerView answer) {
        html.open("section", "class", "answer", "id", "q" + number);
        html.element("h2", answer.question());
        html.open("p", "class", "meta").element("span", answer.kind(), "class", "badge " + answer.kind());
        html.text(" as of " + answer.asOf() + ", as known on " + answer.knownOn())
                .close("p");
        if (answer.kind().equals("contradicted")) {
            html.element("p", "The record says both of the following, and nothing decides between them.");
        }
        if (answer.reason() != null) {
            html.element("p", answer.explanation() + " (" + answer.reason() + ")", "class", "verdict");
        }
        answer.claims().forEach(this::claim);
        answer.notes().forEach(note -> html.element("p", "Note: " + note, "class", "note"));
        html.close("section");
    }

    private void claim(ClaimView claim) {
        html.open("article", "class", "claim").element("p", claim.text(), "class", "verdict");
        if (!claim.quotations().isEmpty()) {
            html.open("ul", "class", "quotes");
            claim.quotations().forEach(quotation -> quotation(quotation, "li"));
            html.close("ul");
        }
        if (!claim.reasoning().isEmpty()) {
            html.element("h3", "Reasoning").open("ol", "class", "steps");
            claim.reasoning().forEach(this::step);
            html.close("ol");
        }
        if (!claim.refutation().isEmpty()) {
            html.element("h3", "Why it does not hold").element("pre", claim.refutation());
        }
        if (!claim.checked().isEmpty()) {
            html.element("p", "Proof " + claim.checked() + " by the independent checker.", "class", "meta");
        }
        html.close("article");
    }

    private void step(StepView step) {
        html.open("li", "value", Integer.toString(step.number())).element("p", step.says(), "class", "says");
        RuleView rule = step.rule();
        if (rule != null) {
            rules.put(rule.id(), rule);
            html.open("p").text("by rule ").element("a", rule.name(), "href", "#rule-" + rule.id());
            html.text(" as of " + step.asOf());
            html.text(step.because().isEmpty() ? "" : ", from steps " + numbers(step.because()))
                    .close("p");
            if (!step.sentence().isEmpty()) {
                html.element("p", step.sentence(), "class", "meta");
            }
        }
        lines("Computed", step.computed());
        lines("Absent", step.absent());
        lines("Against", step.against());
        step.assertions().forEach(assertion -> html.element("p", assertion));
        step.quotations().forEach(quotation -> quotation(quotation, "p"));
        html.close("li");
    }

    private void lines(String what, List<String> lines) {
        lines.forEach(line -> html.open("p", "class", "detail")
                .element("span", what, "class", "label")
                .text(" " + line)
                .close("p"));
    }

    private static String numbers(List<Integer> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }

    private void quotation(QuotationView quotation, String element) {
        String id = evidence.id(quotation);
        html.open(element, "class", "quote").element("q", quotation.text()).text(" ");
        html.element("a", id, "href", "#" + id).text(" " + quotation.place()).close(element);
    }

    private void rules() {
        if (rules.isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Rules applied");
        for (RuleView rule : rules.values()) {
            html.open("article", "id", "rule-" + rule.id()).element("h3", rule.name());
            for (RuleView.CitationView citation : rule.citations()) {
                html.open("p", "class", "quote").element("q", citation.words());
                html.text(" " + citation.document() + ", clause " + citation.clause())
                        .close("p");
            }
            html.element("pre", rule.text());
            html.element("p", "Rule " + rule.id() + ", version " + rule.version(), "class", "hash")
                    .close("article");
        }
        html.close("section");
    }

    private void register() {
        Map<String, QuotationView> all = evidence.all();
        if (all.isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Evidence register");
        all.forEach((id, quotation) -> {
            html.open("article", "class", "evidence", "id", id).element("h3", id + "  " + quotation.place());
            html.open("blockquote").text(quotation.before());
            html.element("mark", quotation.text()).text(quotation.after()).close("blockquote");
            String state = quotation.checked()
                    ? "Equal to the document, code point for code point, when this was made."
                    : "Not compared: the document is not in the matter any more, or was changed.";
            html.element(
                    "p", "Characters " + quotation.begin() + " to " + quotation.end() + ". " + state, "class", "meta");
            html.element("p", "Document SHA-256 " + quotation.hash(), "class", "hash")
                    .close("article");
        });
        html.close("section");
    }

    private void versions(Map<String, String> versions) {
        html.open("section").element("h2", "Versions and hashes").open("dl");
        versions.forEach((name, value) -> html.element("dt", name).element("dd", value, "class", "hash"));
        html.close("dl").close("section");
    }

    private void signOff() {
        html.open("footer", "class", "signoff").element("h2", "Sign-off").open("dl");
        for (String role : List.of("Prepared by", "Reviewed by", "Approved by")) {
            html.element("dt", role).element("dd", "Name, date, signature", "class", "line");
        }
        html.close("dl").close("footer");
    }

    private static String style() {
        try (InputStream in = DossierPage.class.getResourceAsStream("dossier.css")) {
            if (in == null) {
                throw new IllegalStateException("the style sheet of dossiers is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
