package warrant.orchestrator.view;

import java.util.ArrayList;
import java.util.List;

/** An answer as text for a terminal. */
public final class AnswerText {
    private static final int LONGEST = 240;
    private static final int QUOTED = 2;

    private final List<String> lines = new ArrayList<>();

    private AnswerText() {}

    public static String of(AnswerView answer) {
        AnswerText text = new AnswerText();
        switch (answer.kind()) {
            case "unsupported" -> text.lines.add("Not supported (" + answer.reason() + "): " + answer.explanation());
            case "contradicted" -> text.lines.add("The record contradicts itself; nothing decides between:");
            default -> {}
        }
        answer.claims().forEach(text::claim);
        answer.notes().forEach(note -> text.lines.add("Note: " + note));
        return String.join("\n", text.lines);
    }

    private void claim(ClaimView claim) {
        lines.add(claim.text());
        claim.quotations().forEach(quotation -> lines.add("  " + quote(quotation)));
        steps(claim.reasoning());
        claim.refutation().lines().forEach(line -> lines.add("  " + line));
        if (!claim.checked().isEmpty()) {
            lines.add("  Proof " + claim.checked() + " by the independent checker.");
        }
    }

    /** @return the numbered steps of a reasoning */
    public static String of(List<StepView> steps) {
        AnswerText text = new AnswerText();
        text.steps(steps);
        return String.join("\n", text.lines);
    }

    private void steps(List<StepView> steps) {
        for (StepView step : steps) {
            String mark = String.format(java.util.Locale.ROOT, "%4d. ", step.number());
            lines.add(mark + step.says());
            RuleView rule = step.rule();
            if (rule != null) {
                String from = step.because().isEmpty()
                        ? ""
                        : " from "
                                + String.join(
                                        ", ",
                                        step.because().stream()
                                                .map(String::valueOf)
                                                .toList());
                detail("by rule " + rule.id() + " (" + rule.name() + "), as of " + step.asOf() + from);
                rule.citations()
                        .forEach(citation -> detail("   " + citation.document() + ", clause " + citation.clause()
                                + ": “" + shortened(citation.words()) + "”"));
            }
            step.computed().forEach(this::detail);
            step.absent().forEach(this::detail);
            step.against().forEach(against -> detail("against: " + against));
            quotations(step.quotations());
            step.assertions().forEach(this::detail);
        }
    }

    /** The first few; the dossier has them all. */
    private void quotations(List<QuotationView> all) {
        all.stream().limit(QUOTED).forEach(quotation -> detail(quote(quotation)));
        if (all.size() > QUOTED) {
            detail("and " + (all.size() - QUOTED) + " more quotations");
        }
    }

    private void detail(String text) {
        lines.add("      " + text);
    }

    private static String quote(QuotationView quotation) {
        return "“" + shortened(quotation.text()) + "” [" + quotation.place() + ", characters " + quotation.begin() + "–"
                + quotation.end() + "]";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
