package warrant.rules.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nested lists of words and quoted strings: the text of a rule, taken apart. */
sealed interface Form {
    record Word(String word) implements Form {}

    record Text(String text) implements Form {}

    /** A list. Its first element, if a word, says what it is. */
    record Group(List<Form> parts) implements Form {
        public Group {
            parts = List.copyOf(parts);
        }

        String word() {
            return !parts.isEmpty() && parts.getFirst() instanceof Word(String word) ? word : "";
        }

        /** @return the parts after the first */
        List<Form> rest() {
            return parts.subList(1, parts.size());
        }

        /** @return the parts that are lists, in order */
        List<Group> groups() {
            return parts.stream()
                    .filter(Group.class::isInstance)
                    .map(Group.class::cast)
                    .toList();
        }

        List<Group> all(String word) {
            return groups().stream().filter(each -> each.word().equals(word)).toList();
        }

        String text(int at) {
            if (at < parts.size() && parts.get(at) instanceof Text(String text)) {
                return text;
            }
            throw new Rejection("no text at place " + at + " of (" + word() + " …)");
        }

        Group group(int at) {
            if (at < parts.size() && parts.get(at) instanceof Group group) {
                return group;
            }
            throw new Rejection("no list at place " + at + " of (" + word() + " …)");
        }

        /** @return the first text of the part of that word; null if there is none */
        @Nullable String field(String word) {
            List<Group> found = all(word);
            return found.isEmpty() ? null : found.getFirst().text(1);
        }
    }

    static Group parse(String text) {
        Reader reader = new Reader(text);
        Form form = reader.form();
        reader.blanks();
        if (reader.at != text.length() || !(form instanceof Group group)) {
            throw new Rejection("the text of a rule or condition is not one list");
        }
        return group;
    }

    /** Reads from left to right. */
    final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        private void blanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private char next() {
            if (at >= text.length()) {
                throw new Rejection("the text of a rule or condition ends too early");
            }
            return text.charAt(at++);
        }

        Form form() {
            blanks();
            char first = next();
            if (first == '(') {
                List<Form> parts = new ArrayList<>();
                blanks();
                while (at < text.length() && text.charAt(at) != ')') {
                    parts.add(form());
                    blanks();
                }
                next();
                return new Group(parts);
            }
            return first == '"' ? new Text(quoted()) : new Word(word(first));
        }

        private String quoted() {
            StringBuilder out = new StringBuilder();
            for (char c = next(); c != '"'; c = next()) {
                out.append(c == '\\' ? next() : c);
            }
            return out.toString();
        }

        private String word(char first) {
            StringBuilder out = new StringBuilder().append(first);
            while (at < text.length() && " ()\"".indexOf(text.charAt(at)) < 0) {
                out.append(text.charAt(at++));
            }
            return out.toString();
        }
    }
}
