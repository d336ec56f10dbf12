package warrant.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Style that a test can check. */
class TidyTest {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int LINE_LENGTH = 120;
    /** A text in quotes that does not get clearer by being cut in two. */
    private static final Pattern LONG_TEXT = Pattern.compile("\"[^\"]{60,}\"");
    /** The members of a type begin four blanks in; those of a nested type eight. */
    private static final Pattern METHOD =
            Pattern.compile("( {4}| {8})(?!return|new |throw |else|private static final [^(]*=)[\\w<@\\[].*[({]$");

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\((?!https?://|mailto:|#)([^)#\\s]+)[^)]*\\)");
    /** Written in two parts, so that this file does not break its own rule. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@auth" + "or\\b");

    @Test
    void java_files_and_their_lines_are_short() {
        List<String> breaches = new ArrayList<>();
        for (Path file : Repository.javaFiles()) {
            List<String> lines = Repository.read(file).lines().toList();
            if (lines.size() > FILE_LINES) {
                breaches.add(name(file) + " has " + lines.size() + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                if (LONG_TEXT.matcher(lines.get(i)).replaceAll("").length() > LINE_LENGTH) {
                    breaches.add(
                            name(file) + ":" + (i + 1) + " has " + lines.get(i).length() + " characters");
                }
            }
        }
        assertThat(Repository.javaFiles()).hasSizeGreaterThan(30);
        assertThat(breaches).isEmpty();
    }

    @Test
    void methods_are_short() {
        List<String> breaches = new ArrayList<>();
        // a test may tell a longer story, and hold the text that it is about
        for (Path file : Repository.files(f -> f.toString().matches(".*src/main/java/.*\\.java"))) {
            breaches.addAll(longMethods(file, Repository.read(file).lines().toList()));
        }
        assertThat(breaches).isEmpty();
    }

    private static List<String> longMethods(Path file, List<String> lines) {
        List<String> breaches = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher method = METHOD.matcher(lines.get(i));
            if (!method.matches() || isType(lines.get(i)) || lines.get(i).contains("->")) {
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).equals(method.group(1) + "}")) {
                end++;
            }
            if (end < lines.size() && end - i + 1 > METHOD_LINES && isMethod(lines, i, end)) {
                breaches.add(name(file) + ":" + (i + 1) + " a method of " + (end - i + 1) + " lines");
            }
        }
        return breaches;
    }

    private static boolean isType(String line) {
        return Pattern.compile("\\b(class|interface|record|enum)\\b")
                .matcher(line)
                .find();
    }

    private static boolean isMethod(List<String> lines, int begin, int end) {
        String head = String.join(" ", lines.subList(begin, Math.min(end, begin + 12)));
        int brace = head.indexOf('{');
        int semicolon = head.indexOf(';');
        int equals = head.indexOf(" = ");
        return brace > 0 && (semicolon < 0 || brace < semicolon) && (equals < 0 || brace < equals);
    }

    @Test
    void every_package_says_what_it_is_for() {
        List<String> breaches = new ArrayList<>();
        for (Path file : Repository.files(
                f -> f.toString().contains("src/main/java") && f.toString().endsWith(".java"))) {
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info) || !Repository.read(info).contains("@NullMarked")) {
                breaches.add(name(info) + " is missing or not @NullMarked");
            }
        }
        assertThat(breaches.stream().distinct()).isEmpty();
    }

    @Test
    void nothing_is_left_unfinished() {
        List<String> breaches = new ArrayList<>();
        for (Path file : Repository.files(f -> f.toString().matches(".*\\.(java|md|xml|yaml|rules|g4)|.*/warrant"))) {
            Matcher found = UNFINISHED.matcher(Repository.read(file));
            if (found.find()) {
                breaches.add(name(file) + " says " + found.group());
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void links_of_documents_resolve() {
        List<String> breaches = new ArrayList<>();
        for (Path file : Repository.files(f -> f.toString().endsWith(".md"))) {
            Matcher link = LINK.matcher(Repository.read(file));
            while (link.find()) {
                if (!Files.exists(file.resolveSibling(link.group(1)))) {
                    breaches.add(name(file) + " links to " + link.group(1));
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void decisions_have_their_headings() {
        List<String> breaches = new ArrayList<>();
        for (Path file : Repository.files(f -> f.toString().matches(".*/docs/adr/\\d{4}-.*\\.md"))) {
            String text = Repository.read(file).toLowerCase(java.util.Locale.ROOT);
            for (String heading : List.of("context", "decision", "consequences", "alternatives")) {
                if (!Pattern.compile("(?m)^#+ .*" + heading).matcher(text).find()) {
                    breaches.add(name(file) + " has no heading " + heading);
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    private static String name(Path file) {
        return Repository.root().relativize(file).toString();
    }
}
