package warrant.orchestrator.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Is the tenant in breach?                              | WHETHER
                    en | On 3 May 2024, was the notice valid?                  | WHETHER
                    en | Who pays the rent?                                    | PERSON_OR_COMPANY
                    en | To whom is the invoice payable?                       | PERSON_OR_COMPANY
                    en | Which company number does the tenant have?            | ANYTHING
                    en | What is the role of the person who signed?            | ANYTHING
                    en | When does the lease end?                              | DAY
                    en | On which date was the notice received?                | DAY
                    en | What is the last possible day of the cure period?     | DAY
                    en | How much interest is due on invoice 12?               | AMOUNT
                    en | What was the total amount of the invoice?             | MONEY
                    en | Which sum must be credited?                           | MONEY
                    en | How many days does the tenant have to pay?            | LENGTH_OF_TIME
                    en | How long is the notice period?                        | LENGTH_OF_TIME
                    en | How many invoices are overdue?                        | NUMBER
                    en | What law governs the contract?                        | ANYTHING
                    de | Wann endet der Vertrag?                               | DAY
                    de | Ist die Kündigung wirksam?                            | WHETHER
                    de | Durfte der Mieter ausziehen?                          | WHETHER
                    de | Was kostet der Verzug?                                | ANYTHING
                    de | Wie lange ist die Frist?                              | LENGTH_OF_TIME
                    zh | 合同何时到期？                                          | DAY
                    zh | 供应商是否违约？                                         | WHETHER
                    """)
    void cue_words_tell_what_is_wished(String language, String question, Wish wish) {
        assertThat(Wish.of(question, language)).isEqualTo(wish);
    }

    @ParameterizedTest
    @CsvSource({
        "What do all overdue invoices add up to?, true",
        "What is the total rent?, true",
        "Wie viel ist insgesamt zu zahlen?, true",
        "What is the rent?, false"
    })
    void a_total_is_told_by_its_words(String question, boolean total) {
        assertThat(Wish.total(question)).isEqualTo(total);
    }
}
