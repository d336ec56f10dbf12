package warrant.extraction.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Table;
import warrant.graph.Document;
import warrant.graph.Page;
import warrant.graph.Passage;

class SplitterTest {
    private static final String LONG =
            "The Supplier shall deliver the goods to the site named in the order and shall unload"
                    + " them there at its own expense, and it shall obtain a signed delivery note for each consignment before it"
                    + " leaves the site again, of which it shall keep a copy for ten years.";

    @Test
    void a_clause_is_a_passage_whose_path_has_its_number_and_its_heading() {
        List<Passage> passages = split(
                "9. Payment\n9.1 " + LONG + "\n9.2 " + LONG + "\n(a) " + LONG + "\n(b) short.\n10. Term\n10.1 " + LONG);

        assertThat(passages).extracting(Passage::path).containsExactly("9.1 Payment", "9.2 Payment", "10.1 Term");
        assertThat(passages.getFirst().text()).startsWith("9. Payment\n9.1 The Supplier");
        assertThat(passages.get(1).text()).endsWith("(b) short.");
    }

    @Test
    void an_item_that_does_not_fit_has_its_own_path() {
        String item = LONG + " " + LONG + " " + LONG;

        List<Passage> passages = split("9.2 " + LONG + "\n(a) " + item + "\n(b) " + item);

        assertThat(passages).extracting(Passage::path).containsExactly("9.2", "9.2(b)");
    }

    @Test
    void a_paragraph_without_a_number_belongs_to_the_clause_before_it() {
        List<Passage> passages = split("1.1 " + LONG + "\n“Order” means " + LONG);

        assertThat(passages).extracting(Passage::path).containsExactly("1.1", "1.1");
    }

    @Test
    void a_long_paragraph_is_cut_between_sentences() {
        String sentence = "In No. 5 of the list Mr. Novak names the goods which Halden Ltd. has sold to the customer. ";

        List<Passage> passages = split(sentence.repeat(30).strip());

        assertThat(passages).hasSizeGreaterThan(2);
        assertThat(passages)
                .allMatch(p -> p.text().startsWith("In No. 5") && p.text().endsWith("customer."));
    }

    @Test
    void a_table_of_values_is_no_passage_and_none_goes_across_it() {
        String text = "Prices\n" + LONG + "\nItem\tPrice\nBolt\tEUR 2\nNut\tEUR 1\n" + LONG;
        int begin = text.indexOf("Item");
        int end = text.indexOf("EUR 1") + 5;
        Table table = new Table(
                "1",
                "Prices",
                List.of(new Table.Cell("A1", begin, begin + 4, "Item")),
                List.of(List.of(new Table.Cell("A3", end - 5, end, "EUR 1"))));

        List<Passage> passages = new Splitter().split(new Reading(document(List.of(text)), List.of(table), List.of()));

        assertThat(passages).hasSize(2).noneMatch(passage -> passage.text().contains("Bolt"));
    }

    @Test
    void ids_are_the_same_for_the_same_place_and_text_and_differ_otherwise() {
        List<Passage> one = split(LONG + "\n" + LONG + "\n" + LONG);
        List<Passage> again = split(LONG + "\n" + LONG + "\n" + LONG);

        assertThat(one).isEqualTo(again);
        assertThat(new HashSet<>(one.stream().map(Passage::id).toList())).hasSameSizeAs(one);
    }

    @Test
    void every_passage_slices_to_its_own_text_and_all_words_are_in_one() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> lines = List.of(
                "1. Scope",
                "1.1 " + LONG,
                LONG,
                "(a) item one;",
                "(i) deep",
                "",
                "HEADING",
                "𝔘nit 😀 astral.",
                "第三条 付款期限为三十日。",
                "> quoted line",
                "Signed: Jana",
                "Article 4 Term",
                "x".repeat(1_500),
                "word ".repeat(500).strip());
        for (int round = 0; round < 200; round++) {
            List<String> pages = new ArrayList<>();
            for (int p = 0; p < 1 + random.nextInt(3); p++) {
                pages.add(random.ints(random.nextInt(12), 0, lines.size())
                        .mapToObj(lines::get)
                        .collect(Collectors.joining("\n")));
            }
            Document document = document(pages);
            List<Passage> passages = new Splitter().split(new Reading(document, List.of(), List.of()));
            for (Passage passage : passages) {
                Page page = document.page(passage.page()).orElseThrow();
                assertThat(page.slice(passage.begin(), passage.end()))
                        .as("seed %d", seed)
                        .isEqualTo(passage.text());
                assertThat(Splitter.words(passage.text())).as("seed %d", seed).isLessThanOrEqualTo(230);
                assertThat(passage.text()).isNotBlank();
            }
        }
    }

    private static List<Passage> split(String text) {
        return new Splitter().split(new Reading(document(List.of(text)), List.of(), List.of()));
    }

    private static Document document(List<String> pages) {
        List<Page> numbered = new ArrayList<>();
        pages.forEach(text -> numbered.add(new Page(String.valueOf(numbered.size() + 1), text)));
        return new Document("id", "a.txt", "hash", "text/plain", "A", null, "test", numbered);
    }
}
