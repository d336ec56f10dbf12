package warrant.extraction.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LettersTest {
    private static String found(String text, String name) {
        return Letters.of(text)
                .find(name)
                .map(place -> text.substring(
                        text.offsetByCodePoints(0, place.begin()), text.offsetByCodePoints(0, place.end())))
                .orElse("");
    }

    @Test
    void a_name_is_found_however_it_is_punctuated() {
        assertThat(found("The Alan B Miller Hall, Virginia", "Alan B. Miller Hall"))
                .isEqualTo("Alan B Miller Hall");
        assertThat(found("in Sao Paulo, Brazil", "São Paulo")).isEqualTo("Sao Paulo");
        assertThat(found("by Løkke & Sons.", "Lokke and sons")).isEqualTo("Løkke & Sons");
        assertThat(found("𝔄 house in Köln", "koln")).isEqualTo("Köln");
    }

    @Test
    void a_part_of_a_word_is_no_name() {
        assertThat(found("a stamen", "amen")).isEmpty();
        assertThat(found("amenities", "amen")).isEmpty();
        assertThat(found("anything", "…")).isEmpty();
    }
}
