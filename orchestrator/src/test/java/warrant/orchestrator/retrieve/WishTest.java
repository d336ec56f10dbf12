package warrant.orchestrator.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Is the tenant in breach?                               | WHETHER
                    On 3 May 2024, was the notice valid?                   | WHETHER
                    Who pays the rent?                                     | PERSON_OR_COMPANY
                    When does the lease end?                               | DAY
                    On which date was the notice received?                 | DAY
                    How much interest is due on invoice 12?                | AMOUNT
                    What was the total amount of the invoice?              | MONEY
                    How many days does the tenant have to pay?             | LENGTH_OF_TIME
                    How long is the notice period?                         | LENGTH_OF_TIME
                    How many invoices are overdue?                         | NUMBER
                    What law governs the contract?                         | ANYTHING
                    Wann endet der Vertrag?                                | DAY
                    Ist die Kündigung wirksam?                             | WHETHER
                    Wie lange ist die Frist?                               | LENGTH_OF_TIME
                    合同何时到期？                                           | DAY
                    供应商是否违约？                                          | WHETHER
                    """)
    void cue_words_tell_what_is_wished(String question, Wish wish) {
        assertThat(Wish.of(question)).isEqualTo(wish);
    }
}
