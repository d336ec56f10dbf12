package warrant.rules.check;

import static warrant.rules.check.ProofChecker.require;

import java.util.List;
import java.util.Set;
import warrant.graph.Quotation;
import warrant.rules.check.Certificate.Page;

/** What is stated: whether somebody's word or a quotation that stands on its page supports it. */
final class Premises {
    private Premises() {}

    static void check(Certificate.Premise premise, List<Page> pages, Set<Page> quoted) {
        String what = premise.conclusion().toString();
        require(!premise.statements().isEmpty(), "nothing states " + what);
        for (Certificate.Stated stated : premise.statements()) {
            require(ProofChecker.same(stated.triple(), premise.conclusion()), "something else is stated than " + what);
            require(
                    premise.day() == null || stated.valid().contains(premise.day()),
                    what + " is not stated for " + premise.day());
            require(!stated.grounds().isEmpty(), "a statement without support: " + what);
            stated.grounds().forEach(ground -> ground(ground, pages, quoted));
        }
    }

    private static void ground(Certificate.Ground ground, List<Page> pages, Set<Page> quoted) {
        boolean word = ground.author() != null
                && !ground.author().isBlank()
                && ground.reason() != null
                && !ground.reason().isBlank();
        boolean quotes = ground.author() == null
                && ground.reason() == null
                && !ground.quotations().isEmpty();
        require(word ? ground.quotations().isEmpty() : quotes, "a support that is neither word nor quotation");
        for (Quotation quotation : ground.quotations()) {
            quoted.add(page(quotation, pages));
        }
    }

    private static Page page(Quotation quotation, List<Page> pages) {
        for (Page page : pages) {
            if (page.document().equals(quotation.span().document())
                    && page.label().equals(quotation.span().page())) {
                int length = page.text().codePointCount(0, page.text().length());
                require(quotation.span().end() <= length, "a quotation beyond its page");
                int begin = page.text().offsetByCodePoints(0, quotation.span().begin());
                int end = page.text().offsetByCodePoints(0, quotation.span().end());
                require(
                        page.text().substring(begin, end).equals(quotation.text()),
                        "“" + quotation.text() + "” does not stand there");
                return page;
            }
        }
        throw new Rejection("the page of a quotation is missing: " + quotation.span());
    }
}
