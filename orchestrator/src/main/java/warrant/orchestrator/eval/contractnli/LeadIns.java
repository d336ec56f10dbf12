package warrant.orchestrator.eval.contractnli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which spans of a contract are items of a list, and of which span that leads it in: {@code The Recipient shall:},
 * {@code (a) …;}, {@code (b) ….} An item says nothing without its lead-in, nor this without its items.
 */
record LeadIns(List<Integer> of) {
    private static final Pattern LEADS = Pattern.compile("(?s).*(?:[:–—-]|\\b(?:that|which|to|shall|not|following))$");
    private static final Pattern GOES_ON = Pattern.compile("(?s).*(?:[;,]|\\b(?:and|or))$");

    /** The lead-in of a span that has none. */
    static final int NONE = -1;

    static LeadIns of(List<String> spans) {
        int[] of = new int[spans.size()];
        Arrays.fill(of, NONE);
        int open = NONE;
        for (int i = 0; i < of.length; i++) {
            if (open != NONE) {
                boolean first = i - 1 == open;
                boolean goesOn =
                        first || GOES_ON.matcher(spans.get(i - 1).strip()).matches();
                of[i] = goesOn ? open : NONE;
                open = goesOn ? open : NONE;
            }
            if (LEADS.matcher(spans.get(i).strip()).matches()) {
                open = i;
            }
        }
        return new LeadIns(Arrays.stream(of).boxed().toList());
    }

    /** @return a span with the one that leads it in, if there is one */
    String whole(List<String> spans, int span) {
        return of(span) == NONE ? spans.get(span) : spans.get(of(span)) + " " + spans.get(span);
    }

    /** @return place of the span that leads an item in, or {@link #NONE} */
    int of(int span) {
        return of.get(span);
    }
}
