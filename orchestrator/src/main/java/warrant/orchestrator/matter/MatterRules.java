package warrant.orchestrator.matter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import warrant.graph.Ontology;
import warrant.graph.rdf.OntologyFile;
import warrant.graph.rdf.RdfException;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.language.MatterSettings;
import warrant.rules.language.Parsed;
import warrant.rules.language.Problem;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.RuleText;
import warrant.rules.language.SourceText;
import warrant.rules.value.Calendar;
import warrant.rules.value.Calendars;

/**
 * What a matter can state and what follows from it: its ontology and its rules, read together.
 *
 * @param own whether the ontology is the matter's own rather than the general one
 * @param sources the rule files, in the order in which their rules are kept
 * @param parsed the rules, or what is wrong with them
 */
public record MatterRules(Ontology ontology, boolean own, List<SourceText> sources, Parsed parsed) {
    private static final long FILE_BYTES = 8 << 20;
    private static final Remembered<RuleTexts, MatterRules> REMEMBERED = new Remembered<>(16);

    public MatterRules {
        sources = List.copyOf(sources);
    }

    /**
     * Reads ontology and rules of a folder. Errors of rules are in what comes back, all of them. Files are looked at
     * each time, for people edit them; the same texts are read once.
     *
     * @throws MatterException if the ontology cannot be understood
     */
    public static MatterRules read(MatterFolder folder) {
        return read(folder, files -> files);
    }

    /** @return the same with rules more, or instead of those of the same name */
    public static MatterRules read(MatterFolder folder, SourceText more) {
        return read(folder, files -> RuleLanguage.replaced(files, more));
    }

    private static MatterRules read(MatterFolder folder, UnaryOperator<List<SourceText>> changed) {
        List<SourceText> sources = changed.apply(
                folder.rules().stream().map(file -> source(folder, file)).toList());
        SourceText ontology =
                folder.ontology().map(file -> source(folder, file)).orElse(null);
        return REMEMBERED.get(
                new RuleTexts(ontology, folder.language(), sources, settings(folder)), MatterRules::understood);
    }

    private static MatterRules understood(RuleTexts texts) {
        Ontology ontology =
                texts.ontology() == null ? OntologyFile.general() : ontology(texts.ontology(), texts.language());
        Parsed parsed = RuleLanguage.parse(texts.rules(), ontology, texts.settings());
        return new MatterRules(ontology, texts.ontology() != null, texts.rules(), parsed);
    }

    private static Ontology ontology(SourceText file, String language) {
        try {
            return OntologyFile.read(file.name(), file.text(), language);
        } catch (RdfException e) {
            throw new MatterException(String.valueOf(e.getMessage()), e);
        }
    }

    /** @return what rules refer to and matter.yaml says */
    public static MatterSettings settings(MatterFolder folder) {
        List<Calendar> calendars = folder.calendars().stream()
                .map(each -> new Calendar(each.name(), each.weekend(), each.holidays(), each.everyYear()))
                .toList();
        return new MatterSettings(new Calendars(calendars), folder.ranks());
    }

    /** @return a file of the folder as the rule language reads it */
    public static SourceText source(MatterFolder folder, Path file) {
        return new SourceText(name(folder, file), text(file));
    }

    private static String name(MatterFolder folder, Path file) {
        return folder.root().relativize(file).toString();
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES) {
                throw new MatterException(file + " is larger than " + FILE_BYTES + " bytes");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MatterException("cannot read " + file + " as UTF-8 text: " + e.getMessage(), e);
        }
    }

    /**
     * @return the rule base
     * @throws MatterException with the first error and the number of all
     */
    public RuleBase ruleBase() {
        Optional<RuleBase> rules = parsed.ruleBase();
        if (rules.isPresent()) {
            return rules.get();
        }
        List<Problem> errors = parsed.errors();
        String more = errors.size() > 1 ? " (" + (errors.size() - 1) + " more: warrant rules check)" : "";
        throw new MatterException(errors.getFirst().text() + more);
    }

    /** @return whether the same rules say the same under the same ontology; where their files lie means nothing */
    public boolean sameAs(MatterRules other) {
        return sources.equals(other.sources)
                && ontology.equals(other.ontology)
                && parsed.ruleBase()
                        .map(RuleBase::hash)
                        .equals(other.parsed.ruleBase().map(RuleBase::hash));
    }

    /** @return how rules are written for a reader */
    public Function<Rule, String> text() {
        RuleText text = new RuleText(RuleLanguage.prefixes(sources, ontology));
        return text::of;
    }
}
