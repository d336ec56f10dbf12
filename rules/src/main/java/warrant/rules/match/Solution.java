package warrant.rules.match;

/** One way of satisfying conditions. */
public record Solution(Bindings bindings, Evidence.Trail trail) {}
