package warrant.orchestrator.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Literals;
import warrant.graph.Ontology;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.orchestrator.retrieve.Words;

/** Understands a statement that a person writes: things by label or IRI, relations by label, values as people write. */
public final class Stating {
    private final Ontology ontology;
    private final List<Statement> known;
    private final Set<String> concluded;

    public Stating(Ontology ontology, List<Statement> known) {
        this(ontology, known, Set.of());
    }

    /** @param concluded relations that rules conclude or may suppose, whether or not the ontology has them */
    public Stating(Ontology ontology, List<Statement> known, Set<String> concluded) {
        this.ontology = ontology;
        this.known = List.copyOf(known);
        this.concluded = Set.copyOf(concluded);
    }

    /**
     * What is asked about.
     *
     * @param object null: any
     */
    public record Sought(
            Entity subject, String relation, @Nullable Term object) {}

    /** @throws IllegalArgumentException naming the part that cannot be understood */
    public Sought sought(String subject, String relation, @Nullable String object) {
        String how = relation(relation);
        return new Sought(entity(subject), how, object == null ? null : object(how, object));
    }

    /**
     * @param before what an absent part is taken from; null: no part may be absent
     * @throws IllegalArgumentException naming the part that cannot be understood
     */
    public Triple triple(
            @Nullable String subject, @Nullable String relation, @Nullable String object, @Nullable Triple before) {
        Entity who = subject == null ? of(before, "subject").subject() : entity(subject);
        String how = relation == null ? of(before, "relation").relation() : relation(relation);
        Term what = object == null ? of(before, "object").object() : object(how, object);
        return new Triple(who, how, what);
    }

    private static Triple of(@Nullable Triple before, String part) {
        if (before == null) {
            throw new IllegalArgumentException("a statement needs a " + part);
        }
        return before;
    }

    private Entity entity(String name) {
        if (isIri(name)) {
            return new Entity(bare(name));
        }
        Set<String> found = labelled(name).collect(Collectors.toCollection(TreeSet::new));
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    (found.isEmpty() ? "nothing" : found.size() + " things: " + found + " are") + " called '" + name
                            + "'; an IRI in angle brackets names one for certain");
        }
        return new Entity(found.iterator().next());
    }

    private Stream<String> labelled(String name) {
        Stream<String> stated = known.stream()
                .map(Statement::triple)
                .filter(t -> t.relation().equals(Iris.LABEL) || t.relation().equals(Iris.ALT_LABEL))
                .filter(t -> t.object() instanceof Literal label && Labels.same(label.lexical(), name))
                .map(t -> t.subject().iri());
        Stream<String> declared = ontology.entities().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(label -> Labels.same(label, name)))
                .map(java.util.Map.Entry::getKey);
        return Stream.concat(stated, declared);
    }

    private String relation(String name) {
        if (isIri(name)) {
            return bare(name);
        }
        if (name.equals("a") || name.equals("is a")) {
            return Iris.TYPE;
        }
        String plain = name.startsWith(":") ? name.substring(1) : name;
        Optional<String> ruled = concluded.stream()
                .filter(iri -> Labels.same(Words.ofIri(iri), plain) || isLocal(iri, plain))
                .sorted()
                .findFirst();
        return ontology.relations().values().stream()
                .filter(each -> each.labels().stream().anyMatch(label -> Labels.same(label, plain))
                        || isLocal(each.iri(), plain))
                .map(Ontology.Relation::iri)
                .sorted()
                .findFirst()
                .or(() -> ruled)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the ontology has no relation called '" + name + "'; see: warrant ontology show"));
    }

    private static boolean isLocal(String iri, String name) {
        return iri.endsWith("#" + name) || iri.endsWith("/" + name) || iri.endsWith(":" + name);
    }

    private Entity kind(String name) {
        return ontology.classes().values().stream()
                .filter(each -> each.labels().stream().anyMatch(label -> Labels.same(label, name))
                        || isLocal(each.iri(), name.startsWith(":") ? name.substring(1) : name))
                .map(each -> new Entity(each.iri()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the ontology has no class called '" + name + "'; see: warrant ontology show"));
    }

    /** @return a value as it looks: yes or no, a day, an amount, a number */
    private static Optional<Literal> value(String text) {
        if (text.equals("true") || text.equals("yes")) {
            return Optional.of(Literal.bool(true));
        }
        if (text.equals("false") || text.equals("no")) {
            return Optional.of(Literal.bool(false));
        }
        for (String datatype :
                List.of(Datatypes.DATE, Datatypes.MONEY, Datatypes.DURATION, Datatypes.INTEGER, Datatypes.DECIMAL)) {
            try {
                return Optional.of(Literals.canonical(text, datatype));
            } catch (IllegalArgumentException otherwise) {
                // the next datatype may fit
            }
        }
        return Optional.empty();
    }

    private Term object(String relation, String text) {
        if (relation.equals(Iris.TYPE) && !isIri(text)) {
            return kind(text);
        }
        if (relation.equals(Iris.LABEL) || relation.equals(Iris.ALT_LABEL)) {
            return Literal.text(text);
        }
        Ontology.Relation declared = ontology.relations().get(relation);
        if (declared == null) {
            return value(text).<Term>map(literal -> literal).orElseGet(() -> entity(text));
        }
        if (declared.object()) {
            return entity(text);
        }
        String datatype = declared.range().stream().findFirst().orElse(Datatypes.STRING);
        return Literals.canonical(text, datatype);
    }

    private static boolean isIri(String text) {
        return (text.startsWith("<") && text.endsWith(">")) || text.startsWith("urn:") || text.startsWith("http");
    }

    private static String bare(String iri) {
        return iri.startsWith("<") ? iri.substring(1, iri.length() - 1) : iri;
    }
}
