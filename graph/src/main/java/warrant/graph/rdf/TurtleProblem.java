package warrant.graph.rdf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what Jena's parser means in words for the author of the file, with a guess at what is missing. */
final class TurtleProblem {
    private static final int LONGEST_MESSAGE = 200;
    private static final Pattern TOKEN = Pattern.compile("\\[([A-Z_0-9]+)(?::([^]]*))?]");
    private static final Pattern PREFIX_DECLARED = Pattern.compile("(?im)^\\s*@?prefix\\s+([\\w.-]*):");
    private static final Pattern PREFIX_NAME = Pattern.compile("[Uu]ndefined prefix: '?([^\\s']*)");
    private static final Map<String, String> SIGNS = Map.of(
            "DOT",
            ".",
            "COMMA",
            ",",
            "SEMICOLON",
            ";",
            "LBRACE",
            "{",
            "RBRACE",
            "}",
            "LPAREN",
            "(",
            "RPAREN",
            ")",
            "LBRACKET",
            "[",
            "RBRACKET",
            "]");

    private final String file;
    private final List<String> lines;
    private final String message;

    private TurtleProblem(String file, String text, String message) {
        this.file = file;
        this.lines = text.lines().toList();
        this.message = message;
    }

    static RdfException of(String file, String text, long line, long column, String message) {
        return new TurtleProblem(file, text, message).explained(line, column);
    }

    private RdfException explained(long line, long column) {
        if (message.contains("newline in string") || message.contains("Broken token")) {
            return unclosed(line, column);
        }
        if (message.contains("ndefined prefix")) {
            return undefinedPrefix(line, column);
        }
        if (message.contains("not terminated by DOT") || message.contains("not terminated by a dot")) {
            return unterminated(line, column);
        }
        if (message.contains("expected an RDF Term")) {
            return at(line, column, "expected an IRI, a name such as :Party or a \"text\", found " + found(), null);
        }
        if (message.contains("[]-list")) {
            return at(line, column, "expected ';' or ']' in the brackets opened before", "a ']' is missing.");
        }
        if (message.startsWith("Out of place")) {
            return at(line, column, "expected the subject of a statement, found " + found(), outOfPlace());
        }
        if (message.contains("xpected IRI for predicate")) {
            return at(line, column, "expected a relation such as rdfs:label, found " + found(), null);
        }
        return at(line, column, message, null);
    }

    private RdfException unclosed(long line, long column) {
        boolean newline = message.contains("newline");
        long opened = newline ? line - 1 : line;
        String word = newline ? "expected a closing quotation mark before the end of the line" : message;
        return at(
                opened,
                newline ? lengthOf(opened) + 1 : column,
                word,
                "a \" is missing; a text of several lines" + " stands between three of them.");
    }

    private RdfException undefinedPrefix(long line, long column) {
        Matcher name = PREFIX_NAME.matcher(message);
        String prefix = name.find() ? name.group(1) : "";
        TreeSet<String> declared = new TreeSet<>();
        Matcher matcher = PREFIX_DECLARED.matcher(String.join("\n", lines));
        while (matcher.find()) {
            declared.add(matcher.group(1));
        }
        String known = Vocabulary.PREFIXES.get(prefix);
        Optional<String> near = prefix.length() < 2 ? Optional.empty() : Near.to(prefix, declared, 2);
        String suggestion = known != null
                ? "the line '@prefix " + prefix + ": <" + known + "> .' is missing."
                : near.map(n -> "'" + n + ":' is meant.")
                        .orElse("the line '@prefix " + prefix + ": <...> .' is missing.");
        return at(line, column, "the prefix '" + prefix + ":' is not declared", suggestion);
    }

    private RdfException unterminated(long line, long column) {
        long before = Math.min(line, lines.size());
        boolean first = line > lines.size() || textOf(line, column - 1).isBlank();
        if (!first) {
            return at(line, column, "expected '.', ';' or ',' before this", "one of them is missing here.");
        }
        before = line > lines.size() ? before : before - 1;
        while (before > 1
                && (lengthOf(before) == 0
                        || textOf(before, 1_000).stripLeading().startsWith("#"))) {
            before--;
        }
        return at(
                before,
                lengthOf(before) + 1,
                "expected '.' at the end of the statement",
                "a '.' is missing at the end of line " + before + ".");
    }

    private @Nullable String outOfPlace() {
        Matcher token = TOKEN.matcher(message);
        if (token.find() && token.group(1).equals("KEYWORD")) {
            return "':" + token.group(2) + "' is meant: a name has a colon.";
        }
        return message.contains("RBRACE") || message.contains("LBRACE") ? "this is not a Turtle file." : null;
    }

    private String found() {
        Matcher token = TOKEN.matcher(message);
        if (!token.find()) {
            return message.contains("EOF") ? "the end of the file" : "something else";
        }
        String sign = SIGNS.get(token.group(1));
        String words = token.group(2) == null ? token.group(1) : token.group(2);
        return "'" + (sign == null ? words : sign) + "'";
    }

    private long lengthOf(long line) {
        return line < 1 || line > lines.size()
                ? 0
                : lines.get((int) line - 1).stripTrailing().length();
    }

    private String textOf(long line, long characters) {
        String text = line < 1 || line > lines.size() ? "" : lines.get((int) line - 1);
        return text.substring(0, (int) Math.min(Math.max(characters, 0), text.length()));
    }

    private RdfException at(long line, long column, String problem, @Nullable String suggestion) {
        String shown = problem.length() > LONGEST_MESSAGE ? problem.substring(0, LONGEST_MESSAGE) + "…" : problem;
        return new RdfException(file, Math.max(line, 0), Math.max(column, 0), shown, suggestion);
    }
}
