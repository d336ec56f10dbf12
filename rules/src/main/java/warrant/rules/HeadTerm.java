package warrant.rules;

/** What may stand in the head of a rule: a term, or an entity that the head makes. */
public sealed interface HeadTerm permits RuleTerm, Fresh {}
