package warrant.rules.language;

/**
 * A file of rules or tests.
 *
 * @param name as messages show it: {@code rules/late.rules}
 */
public record SourceText(String name, String text) {}
