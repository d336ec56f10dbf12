package warrant.extraction.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.extraction.mention.Context.DateOrder;
import warrant.extraction.mention.Mention.Sort;
import warrant.graph.Datatypes;

class MentionsTest {
    private static final List<String> PIECES = List.of(
            "𝔘nit ",
            "EUR 5.00",
            " within ten (10) days ",
            "4/6/2024",
            "，",
            "Halden Ltd",
            " (",
            ")",
            "😀",
            "\n",
            "4%",
            " no. ",
            "INV-1",
            "Ms ",
            "Vale",
            ".",
            " and ",
            "三十日",
            "1,2,3",
            "-",
            "12 m2",
            "“Term”",
            "  ",
            "a@b.example",
            "one hundred");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 June 2024|2024-06-04",
                "June 4, 2024|2024-06-04",
                "2024-06-04|2024-06-04",
                "04.06.2024|2024-06-04",
                "13/06/2024|2024-06-13",
                "06/13/2024|2024-06-13",
                "1st day of July 2024|2024-07-01",
                "fourth of June 2024|2024-06-04",
                "4. Juni 2024|2024-06-04",
                "2024年6月4日|2024-06-04",
                "Sept. 3rd, 2021|2021-09-03",
            })
    void a_date_has_one_day_however_it_is_written(String text, String day) {
        assertThat(values("It ended on " + text + ", as agreed.", Datatypes.DATE))
                .containsExactly(text + " = " + day);
    }

    @Test
    void a_date_in_digits_keeps_both_readings_until_its_document_shows_the_order() {
        Context american = new Context(DefinedTerms.NONE, DateOrder.MONTH_FIRST);

        Mention.Value open = first("due 03/04/2025", Context.NONE);
        Mention.Value decided = first("due 03/04/2025", american);

        assertThat(open.ambiguous()).isTrue();
        assertThat(open.readings()).extracting(r -> r.lexical()).containsExactly("2025-04-03", "2025-03-04");
        assertThat(decided.ambiguous()).isFalse();
        assertThat(decided.value().lexical()).isEqualTo("2025-03-04");
        assertThat(Dates.order("03/04/2025 and 03/25/2025")).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(Dates.order("25/03/2025 and 03/25/2025")).isEqualTo(DateOrder.UNKNOWN);
    }

    @Test
    void no_day_is_invented() {
        assertThat(values("31 February 2024 and version 1.2.3.4 and 2024-13-01", Datatypes.DATE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 84,300.00|EUR 84300.00",
                "€84.300,00|EUR 84300.00",
                "USD 1.2 million|USD 1200000.00",
                "eighty-four thousand euros (EUR 84,000)|EUR 84000.00",
                "EUR 84,000 (eighty-four thousand euros)|EUR 84000.00",
                "1.234,50 EUR|EUR 1234.50",
                "CHF 1'200.50|CHF 1200.50",
                "£2,000|GBP 2000.00",
                "US$ 5m|USD 5000000.00",
                "5 000 €|EUR 5000.00",
                "100万元|CNY 1000000.00",
                "EUR 0.125|EUR 0.125",
                "two hundred and fifty pounds sterling|GBP 250.00",
            })
    void money_is_normalised_exactly(String text, String money) {
        assertThat(values("The price is " + text + ".", Datatypes.MONEY)).containsExactly(text + " = " + money);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thirty (30) days|P30D",
                "45 days|P45D",
                "forty five days|P45D",
                "two months|P2M",
                "ten (10) Business Days|P10B",
                "5 working days|P5B",
                "12-month|P1Y",
                "twenty-four (24) hours|P1D",
                "two weeks|P14D",
                "dreißig (30) Tage|P30D",
                "10 Werktage|P10B",
                "三十日|P30D",
                "十个工作日|P10B",
                "3个月|P3M",
            })
    void durations_are_normalised(String text, String duration) {
        assertThat(values("within " + text + " 。", Datatypes.DURATION)).containsExactly(text + " = " + duration);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 %|4 %",
                "four per cent (4%)|4 %",
                "4 percent|4 %",
                "0.5%|0.5 %",
                "4,5 %|4.5 %",
                "eight percentage points|8 %",
                "百分之五|5 %",
                "150 basis points|1.5 %",
            })
    void percentages_are_normalised(String text, String percentage) {
        assertThat(values("at " + text + " a year", Datatypes.PERCENTAGE)).containsExactly(text + " = " + percentage);
    }

    @Test
    void quantities_numbers_and_references_are_told_apart() {
        String text = "Under clause 9.2 the 12.5 square metres hold 1,234 units, 42 people and three lifts; page 7.";

        assertThat(values(text, Datatypes.QUANTITY))
                .containsExactly("12.5 square metres = 12.5 m2", "1,234 units = 1234 units");
        assertThat(values(text, Datatypes.INTEGER)).containsExactly("42 = 42", "three = 3");
    }

    @Test
    void identifiers_keep_their_kind_and_their_code() {
        List<Mention.Identifier> found = all(
                "invoice INV-2024-017, PO-4711, order form no. 3, HRB 12345, registered number 614208",
                Mention.Identifier.class);

        assertThat(found)
                .extracting(id -> id.kind() + ":" + id.code())
                .containsExactly("invoice:INV-2024-017", ":PO-4711", "order form:3", ":HRB 12345", "registered:614208");
    }

    @Test
    void organisations_and_people_are_recognised_by_their_form() {
        List<Mention.Name> names = all(
                "Between Halden Freight Systems Ltd and Smith & Sons GmbH & Co. KG: Mr J. Novak, Ms Ingrid Vale and Anna"
                        + " Lind, Managing Director of Bank of Ireland, met 北京华信科技有限公司 in Austria.",
                Mention.Name.class);

        assertThat(named(names, Sort.ORGANISATION))
                .containsExactly(
                        "Halden Freight Systems Ltd", "Smith & Sons GmbH & Co. KG", "Bank of Ireland", "北京华信科技有限公司");
        assertThat(named(names, Sort.PERSON)).containsExactly("J. Novak", "Ingrid Vale", "Anna Lind");
        assertThat(named(names, Sort.PLACE)).containsExactly("Austria");
    }

    @Test
    void two_legal_forms_end_signatures_and_countries_are_told_from_names() {
        List<Mention.Name> names = all(
                "Mossgate Rope & Twine Company Limited is entered in the Republic of Vessaly. The bank agreed. Signed for"
                        + " Tern Savings Bank by its officers.",
                Mention.Name.class);

        assertThat(named(names, Sort.ORGANISATION))
                .containsExactly("Mossgate Rope & Twine Company Limited", "Tern Savings Bank");
        assertThat(named(names, Sort.PLACE)).containsExactly("Republic of Vessaly");
    }

    @Test
    void commas_stand_inside_names_where_an_ampersand_shows_it() {
        List<Mention.Name> names = all(
                "Lent by Tern Savings Bank, Rigg, Moss & Cie Bankers Ltd and P. Vale & Sons, Rope Makers, Limited; also"
                        + " Quay 3, Moss Wharf Limited and Sørvik Kartong Aktiebolag.",
                Mention.Name.class);

        assertThat(named(names, Sort.ORGANISATION))
                .containsExactly(
                        "Tern Savings Bank",
                        "Rigg, Moss & Cie Bankers Ltd",
                        "P. Vale & Sons, Rope Makers, Limited",
                        "Quay 3, Moss Wharf Limited",
                        "Sørvik Kartong Aktiebolag");
        assertThat(named(names, Sort.PLACE)).isEmpty();
    }

    @Test
    void whose_law_applies_is_a_place() {
        List<Mention.Name> names =
                all("The law of Vessaly applies to it, the Law of Property Act does not.", Mention.Name.class);

        assertThat(named(names, Sort.PLACE)).containsExactly("Vessaly");
    }

    @Test
    void a_defined_term_stands_for_its_full_name() {
        DefinedTerms terms = new DefinedTerms(List.of(new DefinedTerms.Definition(
                "Supplier",
                "Halden Freight Systems Ltd",
                Sort.ORGANISATION,
                new warrant.graph.Quotation(new warrant.graph.Span("d", "1", 0, 1, null), "x"))));

        List<Mention> found = Mentions.find("The Supplier shall deliver.", new Context(terms, DateOrder.UNKNOWN));

        assertThat(found).hasSize(1).first().isInstanceOfSatisfying(Mention.Name.class, name -> {
            assertThat(name.text()).isEqualTo("The Supplier");
            assertThat(name.name()).isEqualTo("Halden Freight Systems Ltd");
            assertThat(name.sort()).isEqualTo(Sort.ORGANISATION);
        });
    }

    @Test
    void every_mention_slices_to_its_own_text_whatever_stands_around_it() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String text = random.ints(1 + random.nextInt(14), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            for (Mention mention : Mentions.find(text, Context.NONE)) {
                int from = text.offsetByCodePoints(0, mention.begin());
                int to = text.offsetByCodePoints(0, mention.end());
                assertThat(text.substring(from, to))
                        .as("seed %d, text '%s'", seed, text)
                        .isEqualTo(mention.text());
            }
        }
    }

    private static List<String> values(String text, String datatype) {
        return all(text, Mention.Value.class).stream()
                .filter(value -> value.datatype().equals(datatype))
                .map(value -> value.text() + " = " + value.value().lexical())
                .toList();
    }

    private static Mention.Value first(String text, Context context) {
        return Mentions.find(text, context).stream()
                .filter(Mention.Value.class::isInstance)
                .map(Mention.Value.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <M extends Mention> List<M> all(String text, Class<M> type) {
        return Mentions.find(text, Context.NONE).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> named(List<Mention.Name> names, Sort sort) {
        return names.stream()
                .filter(n -> n.sort() == sort)
                .map(Mention.Name::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The goods lie at Shed 12b, Corran Wharf, and stay there.|Shed 12b, Corran Wharf",
                "He moved to Berth 4, Ness of Ardle, Tolvard last week.|Berth 4, Ness of Ardle, Tolvard",
                "Write to 14 Kelp Row, Ostend about it.|14 Kelp Row, Ostend",
            })
    void premises_keep_their_numbers_and_commas(String text, String name) {
        assertThat(Mentions.find(text, Context.NONE))
                .filteredOn(m -> m instanceof Mention.Name n && n.sort() == Sort.PLACE)
                .extracting(Mention::text)
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"See Clause 7, Halden Ltd said.|Clause", "On June 4, Halden Ltd paid.|June"})
    void numbers_of_clauses_and_days_are_no_premises(String text, String word) {
        assertThat(Mentions.find(text, Context.NONE))
                .noneMatch(m -> m instanceof Mention.Name n
                        && n.sort() == Sort.PLACE
                        && n.text().startsWith(word));
    }

    @Test
    void a_name_ends_with_a_line_that_was_not_full() {
        String text = "Yours sincerely\nOrla Penhallow\nHead of Accounts\nHalden Freight Ltd\n";

        assertThat(Mentions.find(text, Context.NONE))
                .extracting(Mention::text)
                .contains("Halden Freight Ltd", "Head of Accounts")
                .noneMatch(name -> name.contains("\n"));
    }
}
