package warrant.extraction.relate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.extraction.mention.DefinedTerms;
import warrant.extraction.mention.DefinedTerms.Definition;
import warrant.graph.Document;
import warrant.graph.Page;

/** Who shares a term that a document defines for several: {@code A, B and C (together the “Lenders”)}. */
final class Groups {
    private static final int REACH = 400;
    /** Where the list that a term sums up begins, seen from its end. */
    private static final Pattern BOUND = Pattern.compile("[;)）]|\\n\\s*\\n|\\n\\s*[(（]?\\d{1,2}[.)）]");

    private Groups() {}

    /** Adds to each thing the terms that it shares. */
    static void of(Document document, DefinedTerms terms, Things things) {
        for (Definition definition : terms.definitions()) {
            if (definition.several()) {
                document.pages().stream()
                        .filter(page -> page.label()
                                .equals(definition.quotation().span().page()))
                        .forEach(page -> things.role(before(page, definition), definition.term()));
            }
        }
    }

    private static String before(Page page, Definition definition) {
        String text = page.text();
        int end = text.offsetByCodePoints(0, definition.quotation().span().begin());
        String words = text.substring(Math.max(0, end - REACH), end);
        Matcher bound = BOUND.matcher(words);
        int from = 0;
        while (bound.find()) {
            from = bound.end();
        }
        return words.substring(from).replaceAll("\\s+", " ");
    }
}
