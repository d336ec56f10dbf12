package warrant.orchestrator.view;

import java.util.List;

/**
 * What would follow if something were otherwise.
 *
 * @param asOf the day as it is
 * @param then the day as it is supposed
 * @param gained what would be concluded and is not
 * @param lost what is concluded and would not be
 * @param disputed what nothing would settle any more
 * @param settled what would be in dispute no longer
 * @param notes what limits or warnings there were
 */
public record WhatIfView(
        String asOf,
        String then,
        List<Changed> gained,
        List<Changed> lost,
        List<String> disputed,
        List<String> settled,
        List<String> notes) {
    public WhatIfView {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        disputed = List.copyOf(disputed);
        settled = List.copyOf(settled);
        notes = List.copyOf(notes);
    }

    /**
     * A conclusion that comes or goes.
     *
     * @param reasoning its proof, on the side on which it holds
     * @param why of what goes, what it would lack; else empty
     */
    public record Changed(String says, List<StepView> reasoning, String why) {
        public Changed {
            reasoning = List.copyOf(reasoning);
        }
    }
}
