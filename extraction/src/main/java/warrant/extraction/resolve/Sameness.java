package warrant.extraction.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import warrant.graph.Labels;

/** Tells why two names are held to be one thing, and holds back where more than one thing could be meant. */
final class Sameness {
    private static final Pattern TITLE = Pattern.compile("(?i)(mr|ms|mrs|miss|dr|prof|herr|frau)\\.?\\s+(\\S+)");
    private static final Map<String, String> FORMS = Map.of(
            "limited", "ltd", "incorporated", "inc", "corporation", "corp", "company", "co", "gesellschaft", "ges");
    private static final Pattern DATED = Pattern.compile(
            "(?i)\\b(dated|of|vom|from|made on|as of)?\\s*\\d{1,2}(\\.|st|nd|rd|th)?\\s+\\p{L}+\\s+\\d{4}\\b"
                    + "|\\bdated\\b.*$");
    private static final Set<String> FILLERS =
            Set.of("no", "nr", "number", "the", "agreement", "contract", "deed", "form", "vertrag", "letter", "dated");

    private final Nodes nodes;

    Sameness(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Two nodes and why they are one; the first is to be kept. */
    record Link(Node kept, Node merged, String reason) {}

    /** @return links in a fixed order, the surest first */
    List<Link> links() {
        List<Node> all = nodes.all();
        List<Link> links = new ArrayList<>();
        for (Node node : all) {
            fuller(node, all, Sameness::bySpelling, "the same name with its legal form spelt out")
                    .ifPresent(links::add);
        }
        for (Node node : all) {
            fuller(node, all, Sameness::byAlias, "a document gives the one as another name of the other")
                    .ifPresent(links::add);
        }
        for (Node node : all) {
            fuller(node, all, Sameness::byCode, "the same number").ifPresent(links::add);
        }
        for (Node node : all) {
            fuller(node, all, Sameness::byLegalForm, "the same name without its legal form")
                    .ifPresent(links::add);
        }
        for (Node node : all) {
            fuller(node, all, Sameness::byInitials, "initials or surname of the only such person")
                    .ifPresent(links::add);
        }
        for (Node node : all) {
            fuller(node, all, Sameness::byTitle, "a shorter reference to the only such document")
                    .ifPresent(links::add);
        }
        return links;
    }

    private interface Test {
        /** @return whether the first may be a lesser name of the second */
        boolean holds(Node lesser, Node fuller);
    }

    /** The one node that a name is a lesser form of; none if there are several. */
    private Optional<Link> fuller(Node lesser, List<Node> all, Test test, String reason) {
        List<Node> candidates = all.stream()
                .filter(other -> !other.iri().equals(lesser.iri()))
                .filter(other -> nodes.related(other.kind(), lesser.kind()))
                .filter(other -> test.holds(lesser, other))
                .toList();
        return candidates.size() == 1 ? Optional.of(new Link(candidates.getFirst(), lesser, reason)) : Optional.empty();
    }

    private static boolean bySpelling(Node lesser, Node fuller) {
        return spelling(lesser.name()).equals(spelling(fuller.name()))
                && lesser.name().length() < fuller.name().length();
    }

    private static String spelling(String name) {
        List<String> words = new ArrayList<>();
        for (String word : Labels.normal(name).split(" ")) {
            words.add(FORMS.getOrDefault(word, word));
        }
        return String.join(" ", words);
    }

    /** Role words such as {@code supplier} name different things in different documents. */
    private static boolean byAlias(Node lesser, Node fuller) {
        String name = Labels.normal(lesser.name());
        boolean telling = name.contains(" ") || name.codePoints().anyMatch(Character::isDigit);
        boolean together = fuller.documents().containsAll(lesser.documents());
        return fuller.aliases().contains(name) && (telling || together) && !longerCode(lesser, fuller);
    }

    private static boolean longerCode(Node lesser, Node fuller) {
        return lesser.aliases().contains(Labels.normal(fuller.name()))
                && lesser.name().length() > fuller.name().length();
    }

    private static boolean byCode(Node lesser, Node fuller) {
        String code = Labels.normal(lesser.name());
        boolean digits = code.codePoints().anyMatch(Character::isDigit);
        return digits && !code.contains(" ") && Labels.normal(fuller.name()).endsWith(" " + code);
    }

    private static boolean byLegalForm(Node lesser, Node fuller) {
        String bare = bare(fuller.name());
        return !bare.equals(Labels.normal(fuller.name()))
                && Labels.normal(lesser.name()).equals(bare);
    }

    private static String bare(String name) {
        List<String> words = new ArrayList<>(List.of(Labels.normal(name).split(" ")));
        while (words.size() > 1 && Labels.isLegalForm(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words);
    }

    private static boolean byInitials(Node lesser, Node fuller) {
        String[] full = fuller.name().split("\\s+");
        boolean named = full.length >= 2 && !TITLE.matcher(fuller.name()).matches() && !full[0].endsWith(".");
        if (!named || !full[0].codePoints().allMatch(c -> Character.isLetter(c) || c == '-')) {
            return false;
        }
        String surname = full[full.length - 1].toLowerCase(Locale.ROOT);
        var title = TITLE.matcher(lesser.name());
        if (title.matches()) {
            return title.group(2).toLowerCase(Locale.ROOT).equals(surname);
        }
        String[] few = lesser.name().split("\\s+");
        if (few.length < 2 || !few[few.length - 1].toLowerCase(Locale.ROOT).equals(surname)) {
            return false;
        }
        for (int i = 0; i < few.length - 1; i++) {
            boolean initial =
                    few[i].matches("\\p{Lu}\\.?") && i < full.length - 1 && full[i].charAt(0) == few[i].charAt(0);
            if (!initial) {
                return false;
            }
        }
        return true;
    }

    /** {@code Amendment No. 2} for {@code Amendment Agreement No. 2}: no number and no telling word differs. */
    private static boolean byTitle(Node lesser, Node fuller) {
        if (lesser.kind().isEmpty()
                || fuller.kind().isEmpty()
                || lesser.name().length() >= fuller.name().length()) {
            return false;
        }
        Set<String> few = words(lesser.name());
        Set<String> many = words(fuller.name());
        Set<String> extra = new HashSet<>(many);
        extra.removeAll(few);
        extra.removeAll(FILLERS);
        boolean numbered = many.stream().anyMatch(w -> w.codePoints().anyMatch(Character::isDigit));
        return many.containsAll(few) && extra.isEmpty() && (few.size() > 1 || numbered);
    }

    private static Set<String> words(String name) {
        String undated = DATED.matcher(name).replaceAll(" ");
        Set<String> words = new HashSet<>(List.of(Labels.normal(undated)
                .replaceAll("[^\\p{L}\\p{N}-]+", " ")
                .strip()
                .split(" ")));
        words.remove("the");
        return words;
    }
}
