package warrant.rules.language.cite;

import java.util.List;
import warrant.graph.Quotation;
import warrant.rules.Rule;

/**
 * A citation with the place where its words stand.
 *
 * @param quotations the words, in order: one for each page that they run over
 */
public record Cited(Rule rule, Rule.Citation citation, List<Quotation> quotations) {
    public Cited {
        quotations = List.copyOf(quotations);
    }
}
