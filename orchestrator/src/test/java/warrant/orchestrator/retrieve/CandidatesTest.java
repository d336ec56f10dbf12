package warrant.orchestrator.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static warrant.orchestrator.retrieve.Harbour.NS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Literals;
import warrant.graph.Triple;

class CandidatesTest {
    private final Harbour harbour = new Harbour();

    @AfterEach
    void close() {
        harbour.close();
    }

    private Candidate best(String text) {
        return harbour.candidates(text).getFirst();
    }

    @Test
    void what_is_asked_may_be_said_of_what_stands_beside_a_name() {
        Entity complaint = harbour.thing("Complaint", "C-17");
        Entity master = harbour.thing("Person", "Ida Kettle");
        Entity guest = harbour.thing("Person", "Otto Brine");
        harbour.say(complaint, "aimedAt", master);
        harbour.say(complaint, "madeBy", guest);
        harbour.say(master, "post", Literal.text("Harbour Master"));
        harbour.say(guest, "post", Literal.text("Cook"));

        Candidate best = best("What is the job title of the person at whom complaint C-17 is directed?");

        assertThat(best.triples()).containsExactly(new Triple(master, NS + "post", Literal.text("Harbour Master")));
        assertThat(best.via()).containsExactly(new Triple(complaint, NS + "aimedAt", master));
    }

    @Test
    void a_question_may_call_a_relation_by_its_whole_name() {
        Entity master = harbour.thing("Person", "Ida Kettle");
        harbour.say(master, "post", Literal.text("Harbour Master"));

        Candidate whole = best("What is the job title of Ida Kettle?");
        Candidate part = best("What is the job of Ida Kettle?");

        assertThat(whole.fitness().near().named()).isTrue();
        assertThat(part.fitness().near().named()).isFalse();
        assertThat(whole.score()).isGreaterThan(part.score());
    }

    @Test
    void of_a_thing_itself_nothing_is_said_rather_than_of_its_neighbour() {
        Entity tern = harbour.thing("Boat", "Tern");
        Entity gull = harbour.thing("Boat", "Gull");
        harbour.say(tern, "sister", gull);
        harbour.say(gull, "length", Literals.canonical("12 m", Datatypes.QUANTITY));

        Candidate best = best("What is the length of the Tern?");

        assertThat(best.kind()).isEqualTo(Candidate.Kind.NOTHING);
        assertThat(best.subject()).isEqualTo(tern);
    }

    @Test
    void a_part_of_a_name_that_only_one_thing_has_names_it() {
        Entity tern = harbour.thing("Boat", "Motor Vessel Arctic Tern");
        harbour.thing("Boat", "Motor Vessel Grey Gull");
        harbour.say(tern, "length", Literals.canonical("12 m", Datatypes.QUANTITY));

        assertThat(best("How long is the Arctic Tern?").triples())
                .singleElement()
                .extracting(Triple::subject)
                .isEqualTo(tern);
    }

    @Test
    void the_last_day_for_something_is_a_deadline_not_an_event() {
        Entity bill = harbour.thing("Bill", "B-9");
        harbour.say(bill, "billedOn", Literals.canonical("2024-06-01", Datatypes.DATE));
        harbour.say(bill, "amount", Literals.canonical("EUR 10.00", Datatypes.MONEY));

        assertThat(best("By which day must B-9 be paid at the latest?").relation())
                .isEqualTo(NS + "dueOn");
    }

    @Test
    void what_is_told_must_be_of_the_kind_that_is_wished() {
        Entity bill = harbour.thing("Bill", "B-9");
        harbour.say(bill, "billedOn", Literals.canonical("2024-06-01", Datatypes.DATE));
        harbour.say(bill, "amount", Literals.canonical("EUR 10.00", Datatypes.MONEY));

        assertThat(best("Which sum does B-9 ask for?").relation()).isEqualTo(NS + "amount");
    }
}
