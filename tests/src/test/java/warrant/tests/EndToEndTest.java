package warrant.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it: commands, owner, Neo4j and the default model, on a matter that the test writes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {
    @TempDir
    private static Path folder;

    private static Command warrant;
    private static Path matter;

    @BeforeAll
    static void write() throws Exception {
        matter = SmallMatter.write(folder.resolve("matter"));
        warrant = new Command(folder.resolve("data"), Map.of());
    }

    @AfterAll
    static void stop() {
        warrant.run("stop");
    }

    private static String done(String... arguments) {
        Command.Result result = warrant.run(arguments);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result.out();
    }

    @Test
    @Order(1)
    void documents_become_statements_with_quotations() {
        assertThat(done("ingest", matter.toString())).contains("3 documents (0 unchanged");

        assertThat(done("statements", "list", "P-001")).contains("EUR 1250.00", "2024-07-01", "[payments.csv");
    }

    @Test
    @Order(2)
    void taking_the_same_files_in_again_reads_nothing() {
        assertThat(done("ingest")).contains("3 documents (3 unchanged, 0 removed)", "(0 read now, 0 taken over)");
    }

    @Test
    @Order(3)
    void a_conclusion_shows_its_proof_and_the_checker_accepts_it() {
        String why = done("why", "P-002", "late");

        assertThat(why)
                .contains("Holds as of 2024-09-01", "by rule late", "[payments.csv", "accepted by the independent");
    }

    @Test
    @Order(4)
    void a_certificate_is_checked_by_the_jar_that_stands_alone() throws Exception {
        Path certificate = folder.resolve("certificate.json");
        done("certificate", "P-002", "late", "--to", certificate.toString());

        assertThat(checked(certificate, matter.resolve("documents"))).contains("accepted: ", "payments.csv");
        assertThat(checked(certificate, Files.createDirectories(folder.resolve("elsewhere"))))
                .contains("rejected: ", "no file in");
        Files.writeString(certificate, Files.readString(certificate).replace("2024-08-05", "2024-08-06"));
        assertThat(checked(certificate, matter.resolve("documents"))).contains("rejected: ");
    }

    private static String checked(Path certificate, Path documents) throws Exception {
        Path jar = Repository.root().resolve("rules/target/warrant-check.jar");
        Process checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        certificate.toString(),
                        "--documents",
                        documents.toString())
                .redirectErrorStream(true)
                .start();
        return new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    @Order(4)
    void what_is_missing_is_told_and_what_would_follow_is_tried() {
        assertThat(done("whynot", "P-001", "late", "true"))
                .contains("Rule late")
                .contains("1 > 1");
        assertThat(done("whatif", "--add", "P-001 | paid on | 2024-07-03"))
                .contains("+ P-001 late: yes")
                .contains("stated by supposed");
        assertThat(done("whatif", "--without", "late")).contains("- P-002 late: yes");
        assertThat(warrant.run("why", "P-001", "late").code()).isNotZero();
    }

    @Test
    @Order(4)
    void a_question_is_answered_with_what_it_rests_on() {
        Command.Result answer = warrant.run("ask", "When was payment P-002 paid?");

        assertThat(answer.out()).as(answer.err()).contains("2024-08-05", "[payments.csv");
    }

    @Test
    @Order(5)
    void a_question_about_nothing_in_the_matter_is_not_answered() {
        Command.Result answer = warrant.run("ask", "Who won the regatta at Henley?");

        assertThat(answer.code()).as(answer.out()).isEqualTo(1);
        assertThat(answer.out()).contains("Not supported");
    }

    @Test
    @Order(6)
    void a_conclusion_falls_with_its_document() throws Exception {
        Path payments = matter.resolve("documents/payments.csv");
        String text = Files.readString(payments);
        Files.delete(payments);
        done("ingest");
        assertThat(warrant.run("why", "P-002", "late").code()).isNotZero();

        Files.writeString(payments, text);
        done("ingest");
        assertThat(done("why", "P-002", "late")).contains("Holds");
    }

    @Test
    @Order(7)
    void what_a_person_rejects_stays_rejected() {
        String listed = done("statements", "list", "P-001", "2024-07-01");
        String id = listed.substring(0, listed.indexOf(' '));

        done("statements", "reject", id, "--reason", "the bank says otherwise");
        done("ingest");

        assertThat(done("statements", "list", "P-001", "2024-07-01")).contains("0 statements");
    }

    @Test
    @Order(8)
    void a_broken_file_is_named_and_the_rest_goes_on() throws Exception {
        Path broken = matter.resolve("documents/broken.pdf");
        Files.writeString(broken, "%PDF-1.7\nthis is cut");
        Command.Result result = warrant.run("ingest");
        Files.delete(broken);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("not read: broken.pdf", "3 documents");
    }

    @Test
    @Order(9)
    void an_error_in_a_rule_is_told_with_its_place() throws Exception {
        Path rules = matter.resolve("rules/late.rules");
        String text = Files.readString(rules);
        Files.writeString(rules, text.replace(":paidOn ?d  ?n", ":paydOn ?d  ?n"));
        Command.Result result = warrant.run("rules", "check");
        Files.writeString(rules, text);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("rules/late.rules:2:", "paydOn");
    }
}
