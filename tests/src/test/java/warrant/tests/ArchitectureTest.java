package warrant.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which module and package may see what. */
class ArchitectureTest {
    /** Fewer classes than there are, more than a wrong class path shows. */
    private static final int CLASSES_AT_LEAST = 60;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("warrant");

    private static final String GENERATED = "warrant.rules.language.grammar..";

    @Test
    void the_importer_saw_all_modules() {
        assertThat(CLASSES.size()).isGreaterThan(CLASSES_AT_LEAST);
        for (String module : new String[] {"graph", "llm", "rules", "extraction", "orchestrator"}) {
            assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith("warrant." + module)))
                    .as("classes of " + module)
                    .isNotEmpty();
        }
    }

    @Test
    void modules_are_free_of_cycles() {
        check(slices().matching("warrant.(*)..").should().beFreeOfCycles());
    }

    @Test
    void packages_are_free_of_cycles() {
        // Ingest and Ask are a table of contents: they see the stages, and the stages see the values beside them
        check(slices().matching("warrant.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        JavaClass.Predicates.resideInAPackage("warrant.orchestrator"),
                        DescribedPredicate.alwaysTrue()));
    }

    @ParameterizedTest(name = "{0} does not see {1}")
    @CsvSource({
        "graph, llm",
        "graph, rules",
        "graph, extraction",
        "graph, orchestrator",
        "llm, graph",
        "llm, rules",
        "llm, extraction",
        "llm, orchestrator",
        "rules, llm",
        "rules, extraction",
        "rules, orchestrator",
        "extraction, rules",
        "extraction, orchestrator"
    })
    void arrows_between_modules_hold(String from, String to) {
        check(noClasses()
                .that()
                .resideInAPackage("warrant." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("warrant." + to + ".."));
    }

    @Test
    void the_vocabulary_needs_only_java_and_jspecify() {
        check(classes()
                .that()
                .resideInAPackage("warrant.graph")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "warrant.graph"));
    }

    @Test
    void the_checker_needs_only_java_and_the_vocabulary() {
        check(classes()
                .that()
                .resideInAPackage("warrant.rules.check..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "warrant.graph", "warrant.rules.check.."));
    }

    @ParameterizedTest(name = "{0} stays in {1}")
    @CsvSource({
        "org.drools.., warrant.rules.drools..",
        "org.kie.., warrant.rules.drools..",
        "org.antlr.., warrant.rules.language..",
        "org.neo4j.., warrant.graph.neo4j..",
        "org.apache.jena.., warrant.graph.rdf..",
        "ai.djl.., warrant.llm..",
        "org.apache.pdfbox.., warrant.extraction.read..",
        "org.apache.poi.., warrant.extraction.read..",
        "org.jsoup.., warrant.extraction.read..",
        "picocli.., warrant.orchestrator.cli..",
        "org.yaml.., warrant.orchestrator.matter..",
        "io.quarkus.., warrant.orchestrator.http..",
        "jakarta.., warrant.orchestrator.http.."
    })
    void a_library_stays_inside_its_adapter(String library, String home) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void every_package_is_null_marked() {
        check(classes()
                .that()
                .resideOutsideOfPackage(GENERATED)
                .should(new ArchCondition<>("lie in a null-marked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(
                                    SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                        }
                    }
                }));
    }

    @Test
    void standard_streams_are_the_command_lines_alone() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                CLASSES.that(not("warrant.orchestrator.cli")).that(not("warrant.rules.check.alone")));
    }

    @Test
    void exceptions_have_types() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES.that(not("warrant.rules.language.grammar")));
    }

    @Test
    void nothing_uses_java_util_logging() {
        check(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }

    @Test
    void time_and_chance_are_passed_in() {
        check(noClasses().should().callMethodWhere(new DescribedPredicate<>("it reads the clock or rolls dice") {
            @Override
            public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                String owner = call.getTargetOwner().getName();
                boolean clock = owner.startsWith("java.time.")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty();
                return clock
                        || (owner.equals("java.lang.Math") && call.getName().equals("random"));
            }
        }));
    }

    @Test
    void the_environment_is_read_by_config_and_the_command_line_only() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("warrant.orchestrator.cli..", "warrant.orchestrator.http..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class));
    }

    @Test
    void names_say_what_a_class_is() {
        // a rule base is a word of the trade
        Pattern empty = Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|(?<!Rule)Base)");
        check(noClasses().that().resideOutsideOfPackage(GENERATED).should().haveNameMatching(empty.pattern()));
    }

    @Test
    void classes_of_adapters_are_final_or_sealed_or_abstract() {
        check(classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .resideOutsideOfPackages(GENERATED, "warrant.orchestrator.http..")
                .should(new ArchCondition<>("be final, or abstract and sealed") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean inside = !type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.getSubclasses().isEmpty();
                        boolean closed = inside
                                || type.getModifiers().contains(JavaModifier.FINAL)
                                || type.getModifiers().contains(JavaModifier.ABSTRACT);
                        if (!closed && !type.getSimpleName().equals("package-info")) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " is open to extension"));
                        }
                    }
                }));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> not(String folder) {
        return DescribedPredicate.describe(
                "outside of " + folder, type -> !type.getPackageName().startsWith(folder));
    }
}
