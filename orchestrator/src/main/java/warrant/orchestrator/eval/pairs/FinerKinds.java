package warrant.orchestrator.eval.pairs;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warrant.graph.Ontology;

/**
 * Tells by its names to which finer classes of an ontology a thing belongs: one of the labels of the class stands in a
 * name as words, or ends a name of one word, if it begins with a hyphen. Countries are known by name (CLDR).
 */
record FinerKinds(Ontology ontology, String country) {
    private static final Set<String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** @return IRIs of the class that is given and of all below it that its names tell */
    Set<String> of(String kind, Collection<String> names) {
        Set<String> kinds = new HashSet<>(Set.of(kind));
        for (Ontology.Kind finer : ontology.classes().values()) {
            if (finer.parents().contains(kind) && names.stream().anyMatch(name -> tells(finer, name))) {
                kinds.add(finer.iri());
            }
        }
        return kinds;
    }

    private boolean tells(Ontology.Kind kind, String name) {
        String low = name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
        return (kind.iri().equals(country) && COUNTRIES.contains(low)) || tells(kind.labels(), low);
    }

    private static boolean tells(List<String> labels, String name) {
        String words = " " + name + " ";
        return labels.stream()
                .anyMatch(label -> label.startsWith("-")
                        ? !name.contains(" ") && name.endsWith(label.substring(1))
                        : words.contains(" " + label + " "));
    }
}
