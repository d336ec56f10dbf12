package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Labels;
import warrant.graph.Quotation;

/** Gathers the things that one document names: one thing a name, with every other name that the document has for it. */
final class Things {
    private static final class Draft {
        private final String name;
        private final Quotation quotation;
        private final Set<String> aliases = new LinkedHashSet<>();
        private final Set<String> roles = new LinkedHashSet<>();
        private String kind;
        private Kinds.Sort sort;

        private Draft(String name, String kind, Kinds.Sort sort, Quotation quotation) {
            this.name = name;
            this.kind = kind;
            this.sort = sort;
            this.quotation = quotation;
        }
    }

    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /** Adds a thing, or what is new about one that is known. */
    void add(String name, String kind, Kinds.Sort sort, Quotation quotation) {
        Draft draft = drafts.computeIfAbsent(Labels.normal(name), n -> new Draft(name, kind, sort, quotation));
        if (draft.kind.isEmpty()) {
            draft.kind = kind;
        }
    }

    /** Adds another name of a thing that is known by this one. */
    void alias(String name, String alias) {
        Draft draft = drafts.get(Labels.normal(name));
        if (draft != null && !Labels.same(draft.name, alias) && !drafts.containsKey(Labels.normal(alias))) {
            draft.aliases.add(alias.strip());
        }
    }

    /**
     * Adds a term that all things share whose names stand in some words. Who shares one with an organisation is one,
     * whatever its name looks like.
     */
    void role(String words, String term) {
        List<Draft> members = drafts.values().stream()
                .filter(draft -> words.contains(draft.name))
                .filter(draft -> draft.sort == Kinds.Sort.ORGANISATION
                        || draft.sort == Kinds.Sort.PERSON
                        || (draft.sort == Kinds.Sort.OTHER && draft.kind.isEmpty()))
                .toList();
        members.forEach(draft -> draft.roles.add(term));
        members.stream()
                .filter(draft -> draft.sort == Kinds.Sort.ORGANISATION)
                .findFirst()
                .ifPresent(first -> members.stream()
                        .filter(draft -> draft.sort == Kinds.Sort.OTHER)
                        .forEach(draft -> {
                            draft.sort = first.sort;
                            draft.kind = first.kind;
                        }));
    }

    /** Takes a thing that turned out to be another under a shorter name; its names become names of the other. */
    void fold(String shorter, String name) {
        Draft less = drafts.get(Labels.normal(shorter));
        Draft more = drafts.get(Labels.normal(name));
        if (less == null || more == null || less == more) {
            return;
        }
        drafts.remove(Labels.normal(shorter));
        more.aliases.add(less.name);
        more.aliases.addAll(less.aliases);
        more.roles.addAll(less.roles);
        more.sort = more.sort == Kinds.Sort.OTHER ? less.sort : more.sort;
        more.kind = more.kind.isEmpty() ? less.kind : more.kind;
    }

    boolean knows(String name) {
        return drafts.containsKey(Labels.normal(name));
    }

    /** @return whether the name of a person, company or place stands in these words, or these words in it */
    boolean covers(Quotation words) {
        return drafts.values().stream()
                .filter(d ->
                        d.sort == Kinds.Sort.ORGANISATION || d.sort == Kinds.Sort.PERSON || d.sort == Kinds.Sort.PLACE)
                .anyMatch(d -> words.text().contains(d.name) || d.name.contains(words.text()));
    }

    /** @return names of the things of a sort, in the order of the text */
    List<String> names(Kinds.Sort sort) {
        return drafts.values().stream()
                .filter(d -> d.sort == sort)
                .map(d -> d.name)
                .toList();
    }

    /** @return the things in the order of the text */
    List<Thing> all() {
        List<Thing> things = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            List<String> aliases = draft.aliases.stream()
                    .filter(alias -> claims(alias) == 1)
                    .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                    .toList();
            things.add(
                    new Thing(draft.name, aliases, List.copyOf(draft.roles), draft.kind, draft.sort, draft.quotation));
        }
        return things;
    }

    /** @return how many things go by a name: one that several go by names none of them */
    private long claims(String alias) {
        String normal = Labels.normal(alias);
        return drafts.values().stream()
                .filter(d -> d.aliases.stream().anyMatch(a -> Labels.normal(a).equals(normal)))
                .count();
    }
}
