package warrant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Halden Freight Systems Ltd. | halden freight systems ltd
            Halden  Freight\u00a0Systems, Ltd | HALDEN FREIGHT SYSTEMS LTD.
            Acme Gießerei GmbH & Co. KG | acme giesserei GMBH & Co KG
            Tarn Foods P.L.C. | Tarn Foods plc
            Rossi S. p. A. | Rossi SpA
            Delmar Hotels S.A. | Delmar Hotels SA
            Nova s.r.o. | Nova SRO
            O’Brien Inc. | O'Brien inc
            Müller AG | Mu\u0308ller AG
            北方设备有限公司 | 北方设备有限公司
            """)
    void equal_but_for_case_spaces_and_punctuation_of_legal_forms(String one, String other) {
        assertThat(Labels.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Halden Freight Systems Ltd | Halden Freight Services Ltd
            Halden Freight Ltd | Halden Freight Limited
            Halden Freight Ltd | Halden Freight
            Invoice 1.2 | Invoice 12
            Clause 9.3 | Clause 93
            No. 4 | No 4
            """)
    void different_in_anything_else(String one, String other) {
        assertThat(Labels.same(one, other)).isFalse();
    }

    @Test
    void normal_form_is_its_own_normal_form() {
        String normal = Labels.normal("  Halden, Freight Systems, S. p. A. “X” – Ltd. ");

        assertThat(Labels.normal(normal)).isEqualTo(normal);
    }

    @Test
    void nothing_and_blanks_have_an_empty_normal_form() {
        assertThat(Labels.normal("")).isEmpty();
        assertThat(Labels.normal(" \t\u00a0\n")).isEmpty();
    }

    @Test
    void legal_forms_are_known_by_letters() {
        assertThat(Labels.isLegalForm("G.m.b.H.")).isTrue();
        assertThat(Labels.isLegalForm("Ltd,")).isTrue();
        assertThat(Labels.isLegalForm("Freight")).isFalse();
    }
}
