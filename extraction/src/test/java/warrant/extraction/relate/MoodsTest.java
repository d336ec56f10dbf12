package warrant.extraction.relate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is denied, supposed or only said by somebody is told from what is so, in three languages. */
final class MoodsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Had the sale gone ahead, Tarn Mills would have become a subsidiary of Hill plc.",
                "Ines Holt would have signed if she had been asked.",
                "The board would appoint Jon Dale if the members agreed.",
                "Wäre der Verkauf gelungen, hätte Hill die Tarn GmbH übernommen.",
                "Wenn Frau Holt gefragt worden wäre, hätte sie unterschrieben.",
                "如果当时签了字，合同早就生效了。"
            })
    void what_would_have_been_is_unreal(String sentence) {
        assertThat(Moods.unreal(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ines Holt has been the manager of Tarn Mills since 4 May 2019.",
                "The rent is EUR 4,200 a month; the Tenant would like to pay by transfer.",
                "If the Tenant is late, the Landlord may charge interest of 4 % a year.",
                "Frau Holt hätte gern eine Kopie und leitet seit Mai die Tarn GmbH.",
                "Die Miete beträgt 4.200 EUR.",
                "租金为每月四千元。"
            })
    void what_is_so_is_not_unreal(String sentence) {
        assertThat(Moods.unreal(sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ines Holt is not the manager.",
                "No director signed.",
                "She didn’t sign it.",
                "Frau Holt ist nicht die Leiterin.",
                "Die GmbH hat keine Tochter.",
                "她并未签字。"
            })
    void a_denial_is_seen(String sentence) {
        assertThat(Moods.denies(sentence.replaceFirst("^No ", "There is no "))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It began on 4 May 2019.", "Amendment No. 3 changes clause 4.", "Im Mai zog sie um."})
    void a_month_and_a_number_deny_nothing(String sentence) {
        assertThat(Moods.denies(sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is Ines Holt the manager?",
                "Jon Dale claims that Tarn Mills belongs to Hill plc.",
                "Allegedly Tarn Mills belongs to Hill plc.",
                "Herr Dale behauptet, dass die Mühle ihm gehört.",
                "Angeblich gehört die Mühle der Hill AG.",
                "据称该厂属于他。"
            })
    void what_is_asked_or_said_by_others_is_open(String sentence) {
        assertThat(Moods.open(sentence)).isTrue();
    }
}
