package warrant.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xsd:date | 2024-06-04 | 2024-06-04
            xsd:date | 2024-06-04Z | 2024-06-04
            xsd:date | 2024-06-04T10:00:00 | 2024-06-04
            xsd:integer | +0045 | 45
            xsd:integer | 45.0 | 45
            xsd:decimal | 1.50 | 1.5
            xsd:decimal | 100 | 100
            xsd:boolean | TRUE | true
            xsd:boolean | 0 | false
            xsd:duration | P45D | P45D
            xsd:duration | P6W | P42D
            xsd:duration | P14M | P1Y2M
            xsd:duration | PT48H | P2D
            xsd:duration | PT90M | PT1H30M
            xsd:duration | -P1D | -P1D
            xsd:duration | P0Y | P0D
            xsd:duration | P010B | P10B
            xsd:duration | P10B aldermark | P10B aldermark
            w:Money | EUR 84300 | EUR 84300.00
            w:Money | 84300.5 EUR | EUR 84300.50
            w:Money | EUR 1.230 | EUR 1.23
            w:Percentage | 4% | 4 %
            w:Percentage | 4.50 % | 4.5 %
            w:Quantity | 12.50 m2 | 12.5 m2
            w:Quantity | 3 pallets of oats | 3 pallets of oats
            """)
    void equal_values_get_one_form(String datatype, String given, String canonical) {
        assertThat(Literals.canonical(given, iri(datatype)).lexical()).isEqualTo(canonical);
        assertThat(Literals.canonical(canonical, iri(datatype)).lexical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xsd:date | 2024-02-30
            xsd:date | 04.06.2024
            xsd:integer | 4.5
            xsd:integer | four
            xsd:decimal | 1e999999999
            xsd:boolean | yes
            xsd:duration | 45 days
            xsd:duration | P
            xsd:duration | PT
            w:Money | 84300
            w:Money | EUR
            w:Money | EUR 1.2.3
            w:Percentage | four %
            w:Quantity | m2
            """)
    void what_is_no_value_is_named_in_the_error(String datatype, String given) {
        assertThatThrownBy(() -> Literals.canonical(given, iri(datatype)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(given.replace("EUR 1.2.3", "1.2.3"));
    }

    @Test
    void a_huge_number_is_refused_at_once() {
        assertThatThrownBy(() -> Literals.canonical("9".repeat(10_000_000), Datatypes.INTEGER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_of_another_datatype_is_kept_as_it_is() {
        assertThat(Literals.canonical(" x ", "urn:other")).isEqualTo(new Literal(" x ", "urn:other"));
    }

    private static String iri(String name) {
        return name.replace("xsd:", Iris.XSD).replace("w:", Iris.WARRANT);
    }
}
