package warrant.rules;

import java.util.List;

/**
 * {@code new("breach", ?part, ?who)}: an entity made by a head. Equal name and arguments make the same entity.
 *
 * @param name the first argument
 */
public record Fresh(String name, List<RuleTerm> arguments) implements HeadTerm {
    public Fresh {
        arguments = List.copyOf(arguments);
    }
}
