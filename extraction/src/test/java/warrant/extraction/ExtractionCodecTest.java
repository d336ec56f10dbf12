package warrant.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.Quotation;
import warrant.graph.Span;

class ExtractionCodecTest {
    @Test
    void what_is_written_is_read_again() {
        Quotation quotation = new Quotation(new Span("d", "1", 3, 9, "B7"), "Halden");
        Side.Named halden = new Side.Named("Halden", "urn:e:Company", quotation);
        Interval valid = new Interval(LocalDate.of(2024, 2, 29), null);
        Extraction extraction = new Extraction(
                List.of(
                        new Finding(halden, "urn:e:owns", halden, valid, List.of(quotation), 0.25, "model", "p"),
                        new Finding(
                                halden,
                                "urn:e:number",
                                new Side.Value(Literal.integer(7)),
                                Interval.ALWAYS,
                                List.of(quotation),
                                1,
                                "table",
                                "p")),
                List.of(new Rejection(Rejection.Reason.DIRECTION, "what", quotation, "detail")));

        assertThat(ExtractionCodec.read(ExtractionCodec.write(extraction))).isEqualTo(extraction);
    }

    @Test
    void other_text_is_refused() {
        assertThatThrownBy(() -> ExtractionCodec.read("{\"findings\":")).isInstanceOf(IllegalArgumentException.class);
    }
}
