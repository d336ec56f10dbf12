package warrant.orchestrator.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import warrant.orchestrator.view.AnswerView;
import warrant.orchestrator.view.ClaimView;
import warrant.orchestrator.view.QuotationView;
import warrant.orchestrator.view.RuleView;
import warrant.orchestrator.view.StepView;

class DossierPageTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"more\"";

    private static QuotationView quotation(String text) {
        return new QuotationView("a.pdf", "abc", "3", 10, 20, null, text, "before ", " after", true);
    }

    private static Dossier dossier(String text) {
        RuleView rule = new RuleView("late", "Late interest", "v1", "rule late then ...", List.of());
        StepView stated = new StepView(
                1,
                text,
                null,
                "2024-01-01",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(quotation(text)),
                List.of());
        StepView derived = new StepView(
                2,
                text,
                rule,
                "2024-01-01",
                text,
                List.of(1),
                List.of(text),
                List.of(text),
                List.of(text),
                List.of(),
                List.of(text));
        ClaimView claim = new ClaimView(text, List.of(), List.of(stated, derived), "", "accepted");
        AnswerView answer = new AnswerView(
                text, "2024-01-01", "2024-02-01T00:00:00Z", "grounded", List.of(claim), null, null, List.of(text));
        return new Dossier(text, "now", List.of(answer, answer), Map.of("rules", text));
    }

    @Test
    void no_text_is_taken_for_markup() {
        String page = DossierPage.of(dossier(HOSTILE));

        assertThat(page).doesNotContain("<script").doesNotContain("alert('x')");
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
    }

    @Test
    void a_page_needs_nothing_from_elsewhere() {
        String page = DossierPage.of(dossier("plain"));

        assertThat(page).doesNotContain("http://", "https://", "src=", "@import", "url(");
        assertThat(page).contains("prefers-color-scheme: dark", "@media print", "default-src 'none'");
    }

    @Test
    void the_same_place_has_one_number_and_every_link_has_its_target() {
        String page = DossierPage.of(dossier("plain"));

        assertThat(page).contains("E-001").doesNotContain("E-002");
        assertThat(page).contains("<mark>plain</mark>", "before ", " after");
        java.util.regex.Matcher link =
                java.util.regex.Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        while (link.find()) {
            assertThat(page).contains("id=\"" + link.group(1) + "\"");
        }
    }

    @Test
    void there_is_room_to_sign() {
        assertThat(DossierPage.of(dossier("plain"))).contains("Sign-off", "Prepared by", "Reviewed by");
    }
}
