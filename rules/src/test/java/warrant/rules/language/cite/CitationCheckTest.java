package warrant.rules.language.cite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.graph.Document;
import warrant.graph.Page;
import warrant.graph.Quotation;
import warrant.rules.RuleBase;
import warrant.rules.language.Parsed;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.SourceText;
import warrant.rules.language.Supply;

final class CitationCheckTest {
    private static final Document AGREEMENT = document("contracts/master.pdf", """
            Confidential — master agreement
            Contents
            1. Definitions ........ 1
            9. Payment ........ 2
            9.3 Interest ........ 2
            10. Term ........ 3

            1. Definitions
            1.1 In this Agreement "Goods" means (a) the goods listed in
            Schedule 1; (b) spare parts; and (c) tools.
            Page 1 of 3
            """, """
            Confidential — master agreement
            9. Payment
            9.1 Invoices are sent monthly.
            9.2 The Customer shall pay
              (a) in euro;
              (b) within thirty (30) days of receipt, unless
                  (i) the invoice is disputed, or
                  (ii) the Goods were
            9.3 million units late; and
              (c) without deduction.
            9.3 Overdue sums bear interest at 4% per annum. Interest runs for no more than
            10 years and, under clause 9.2(b), from the
            Page 2 of 3
            """, """
            Confidential — master agreement
            due date on a sum of up to EUR 1,000
            and the parties share the costs.
            10. Term
            This Agreement ends after three years.
            SCHEDULE 1
            1. Prices
            The price is EUR 5.
            SCHEDULE 2
            1. Sites
            The site is Aldermark.
            Page 3 of 3
            """);
    private static final Document GERMAN = document("vertrag.docx", """
            § 4 Lieferung
            Die Lieferung erfolgt frei Haus.
            § 5 Zahlung
            (1) Rechnungen sind sofort fällig.
            (2) Der Verzug tritt nach 30 Tagen ein.
            § 6 Haftung
            Artikel 12
            Die Haftung ist begrenzt.
            """);
    private static final Document MARKDOWN = document("policy.md", """
            # Policy
            ## 2. Payment
            Payment is due at once.
            ### Late payment
            Late payment is fined.
            ## Security
            Doors are locked.
            """);
    private static final Document STATUTE = document("levy.txt", """
            §7. Levy
            (a) Keepers of bees
                (1) In general
                Except as subsection (b) says, the levy is due from-
                    (A) who keeps a hive, as described in paragraph (2),
                    (B) who keeps a swarm, if
                        (I) it flies, or
                        (II) it stings.
                (2) Hives
                A hive is a box.
            (b) Exceptions
            No levy is due in winter.
            """);
    private static final Document SHEET =
            document("levels.xlsx", "Clause\tText\n5.1\tUptime is 99%\n5.2\tCredits are 5% of the fee\n");
    private static final Document CHINESE = document("合同.docx", "第八条 交付\n甲方交付货物。\n第九条 付款\n乙方应在三十日内付款。\n第十条 其他\n");

    private static Document document(String name, String... pages) {
        List<Page> made = new ArrayList<>();
        for (String page : pages) {
            made.add(new Page(Integer.toString(made.size() + 1), page));
        }
        return new Document("id-" + name, name, "hash", "text/plain", name, null, "test 1", made);
    }

    private static CitationCheck.Result check(String file, String clause, String words) {
        String text = "rule r cites \"" + file + "\" clause \"" + clause + "\" \"" + words.replace("\"", "\\\"")
                + "\" then :x :flag true";
        Parsed parsed = RuleLanguage.parse(List.of(new SourceText("r.rules", text)), Supply.ONTOLOGY, Supply.SETTINGS);
        RuleBase rules = parsed.ruleBase().orElseThrow();
        return CitationCheck.check(rules, List.of(AGREEMENT, GERMAN, MARKDOWN, STATUTE, SHEET, CHINESE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contracts/master.pdf|9.3|Overdue sums bear interest at 4% per annum",
                "master.pdf|9.3|Overdue sums bear interest at 4% per annum",
                "master.pdf|9|Overdue sums bear interest at 4% per annum",
                "master.pdf|9.3.|Interest runs for no more than 10 years and",
                "master.pdf|Clause 9.3|costs.",
                "master.pdf|9.3|from the due date on a sum of up to EUR 1,000 and the parties share the costs.",
                "master.pdf|9.3 Interest|Overdue sums",
                "master.pdf|9.2|The Customer shall pay (a) in euro",
                "master.pdf|9.2|without deduction",
                "master.pdf|9.2(b)|within thirty (30) days of receipt",
                "master.pdf|9.2 (b)|the invoice is disputed",
                "master.pdf|9.2(b)(i)|the invoice is disputed",
                "master.pdf|9.2(b)(ii)|the Goods were 9.3 million units late",
                "master.pdf|9.2(c)|without deduction",
                "master.pdf|1.1|the goods listed in Schedule 1; (b) spare parts",
                "master.pdf|1.1(b)|spare parts",
                "master.pdf|10|This Agreement ends after three years.",
                "master.pdf|Term|This Agreement ends after three years.",
                "levy.txt|7(a)(1)(A)|who keeps a hive",
                "levy.txt|7(a)(1)(B)|who keeps a swarm",
                "levy.txt|7(a)(1)(B)(II)|it stings",
                "levy.txt|7(a)(2)|A hive is a box.",
                "levy.txt|7(a)|A hive is a box.",
                "levy.txt|7(b)|No levy is due in winter.",
                "master.pdf|Schedule 1|The price is EUR 5.",
                "master.pdf|Schedule 2|The site is Aldermark.",
                "master.pdf|Schedule 2, paragraph 1|The site is Aldermark.",
                "vertrag.docx|§ 5|Der Verzug tritt nach 30 Tagen ein.",
                "vertrag.docx|§ 5 Abs. 2|Der Verzug tritt nach 30 Tagen ein.",
                "vertrag.docx|5|Rechnungen sind sofort fällig.",
                "vertrag.docx|Artikel 12|Die Haftung ist begrenzt.",
                "vertrag.docx|12|Die Haftung ist begrenzt.",
                "policy.md|2|Payment is due at once.",
                "policy.md|Payment|Late payment is fined.",
                "policy.md|Late payment|Late payment is fined.",
                "policy.md|Security|Doors are locked.",
                "levels.xlsx|5.2|Credits are 5% of the fee",
                "levels.xlsx|1|Uptime is 99%",
                "合同.docx|第九条|乙方应在三十日内付款。",
                "合同.docx|9|乙方应在三十日内付款。",
            })
    void finds_words_under_their_clause(String file, String clause, String words) {
        CitationCheck.Result result = check(file, clause, words);

        assertThat(result.problems()).isEmpty();
        assertThat(result.found())
                .singleElement()
                .satisfies(cited -> assertThat(cited.quotations()).isNotEmpty());
        for (Quotation quotation : result.found().getFirst().quotations()) {
            assertThat(List.of(AGREEMENT, GERMAN, MARKDOWN, STATUTE, SHEET, CHINESE))
                    .anyMatch(d -> d.quotes(quotation));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "master.pdf|9.3|Overdue sums bear interest at 5% per annum|at ’ the document goes on ‘4%",
                "master.pdf|9.3|Nothing like this|‘Nothing like this’ does not occur",
                "master.pdf|9.2|Overdue sums bear interest|stand elsewhere, on page 2. Maybe clause \"9.3\"",
                "master.pdf|9.1|in euro|stand elsewhere",
                "master.pdf|9.2(a)|within thirty|stand elsewhere",
                "master.pdf|9.2(b)|without deduction|stand elsewhere",
                "master.pdf|10|Overdue sums|stand elsewhere",
                "master.pdf|11.4|Overdue sums|there is no such clause; the words stand on page 2",
                "master.pdf|Schedule 1|The site is Aldermark.|stand elsewhere",
                "master.pdf|Schedule 3|The site is Aldermark.|no such clause",
                "masters.pdf|1|x|not among the documents",
                "contracts/mastre.pdf|1|x|Maybe contracts/master.pdf",
                "vertrag.docx|§ 5 Abs. 1|Der Verzug tritt|stand elsewhere",
                "levy.txt|7(a)(1)|A hive is a box.|stand elsewhere",
                "levy.txt|7(a)(1)(A)|who keeps a swarm|stand elsewhere",
                "levy.txt|7(a)|No levy is due in winter.|stand elsewhere",
                "vertrag.docx|§ 4|Der Verzug tritt|stand elsewhere",
                "policy.md|2|Doors are locked.|stand elsewhere",
                "levels.xlsx|5.1|Credits are 5%|stand elsewhere",
                "合同.docx|第八条|乙方应在三十日内付款。|stand elsewhere",
            })
    void says_where_words_stand_or_how_far_they_agree(String file, String clause, String words, String says) {
        CitationCheck.Result result = check(file, clause, words);

        assertThat(result.found()).isEmpty();
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.text())
                    .startsWith("r.rules:1:1: error: rule r cites")
                    .contains(says);
        });
    }

    @Test
    void words_over_a_page_break_are_one_quotation_for_each_page() {
        List<Quotation> quotations = check("master.pdf", "9.3", "from the due date on a sum")
                .found()
                .getFirst()
                .quotations();

        assertThat(quotations).extracting(q -> q.span().page()).containsExactly("2", "3");
        assertThat(quotations).extracting(Quotation::text).containsExactly("from the", "due date on a sum");
    }

    @Test
    void a_quotation_keeps_the_white_space_of_the_document() {
        assertThat(check("master.pdf", "9.2", "The Customer shall pay (a) in euro")
                        .found()
                        .getFirst()
                        .quotations())
                .extracting(Quotation::text)
                .containsExactly("The Customer shall pay\n  (a) in euro");
    }
}
