package warrant.orchestrator.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatterFolderTest {
    @TempDir
    private Path root;

    private MatterFolder read(String yaml) throws IOException {
        Files.writeString(root.resolve("matter.yaml"), yaml);
        return MatterFolder.read(root);
    }

    @Test
    void a_folder_without_anything_is_a_matter() {
        MatterFolder matter = MatterFolder.read(root);

        assertThat(matter.language()).isEqualTo("en");
        assertThat(matter.asOf()).isNull();
        assertThat(matter.calendars()).containsExactly(WorkCalendar.WEEKDAYS);
        assertThat(matter.documents()).isEmpty();
        assertThat(matter.ontology()).isEmpty();
    }

    @Test
    void everything_that_the_format_knows_is_read() throws IOException {
        MatterFolder matter = read("""
                name: supply
                title: A dispute
                language: de
                as_of: 2024-07-15
                ranks: [statute, contract]
                calendars:
                  aldermark: {weekend: [friday, saturday], holidays: ["2024-01-26", "05-01"]}
                  plain: {}
                reading: {file_mib: 300, pages: 20, statements_per_table: 500}
                """);

        assertThat(matter.name()).isEqualTo("supply");
        assertThat(matter.title()).isEqualTo("A dispute");
        assertThat(matter.asOf()).isEqualTo(LocalDate.of(2024, 7, 15));
        assertThat(matter.ranks()).containsExactly("statute", "contract");
        WorkCalendar aldermark = matter.calendars().getFirst();
        assertThat(aldermark.weekend()).containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(aldermark.holidays()).containsExactly(LocalDate.of(2024, 1, 26));
        assertThat(aldermark.everyYear()).containsExactly(MonthDay.of(5, 1));
        assertThat(matter.calendars().getLast().weekend()).isEqualTo(WorkCalendar.WEEKDAYS.weekend());
        assertThat(matter.reading()).isEqualTo(new ReadingLimits(300, 768, 120, 20, 16_000_000, 50_000, 500));
        assertThat(matter.warnings()).isEmpty();
    }

    @Test
    void an_unknown_key_is_warned_of_with_its_line() throws IOException {
        assertThat(read("name: a\nas-of: 2024-01-01\n").warnings())
                .singleElement()
                .asString()
                .contains("matter.yaml:2", "as-of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "reading: {pages: 0} ! matter.yaml:1 ! a number of at least 1",
                "reading: {file_mib: 900} ! matter.yaml:1 ! memory_mib of at least 1800",
                "as_of: soon ! matter.yaml:1 ! a day such as",
                "language: fr ! matter.yaml:1 ! en, de or zh",
                "ranks: contract ! matter.yaml:1 ! a list",
                "name: ../up ! matter.yaml:1 ! not a name",
                "calendars: {a: {weekend: [caturday]}} ! matter.yaml:1 ! a day of the week",
                "calendars: {a: {holidays: ['2024-13-01']}} ! matter.yaml:1 ! a day such as",
                "name: [a ! matter.yaml ! not YAML",
                "- a ! matter.yaml:1 ! 'key: value'"
            })
    void a_mistake_is_told_with_file_line_and_expectation(String yaml, String where, String what) {
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining(where)
                .withMessageContaining(what.replace("'key: value'", "key: value"));
    }

    @Test
    void a_tag_constructs_nothing() {
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("name: !!javax.script.ScriptEngineManager [x]\n"))
                .withMessageContaining("tag is not allowed");
    }

    @Test
    void a_bomb_of_aliases_is_refused() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";

        assertThatExceptionOfType(MatterException.class).isThrownBy(() -> read(bomb));
    }

    @Test
    void a_deep_file_is_refused() {
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("name: " + "[".repeat(1000) + "]".repeat(1000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "a/../../x", "", ".", "a\0b"})
    void a_document_never_lies_outside_of_its_folder(String name) {
        MatterFolder matter = MatterFolder.read(root);

        assertThatExceptionOfType(MatterException.class).isThrownBy(() -> matter.place(name));
    }

    @Test
    void documents_are_listed_by_name_without_hidden_files_and_links() throws IOException {
        Path documents = Files.createDirectories(root.resolve("documents/sub"));
        Files.writeString(documents.resolve("b.txt"), "b");
        Files.writeString(root.resolve("documents/a.txt"), "a");
        Files.writeString(root.resolve("documents/.hidden"), "h");
        Files.createSymbolicLink(root.resolve("documents/link.txt"), Path.of("/etc/hostname"));

        MatterFolder matter = MatterFolder.read(root);

        assertThat(matter.documents()).extracting(matter::nameOf).containsExactly("a.txt", "sub/b.txt");
    }
}
