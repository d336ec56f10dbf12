package warrant.orchestrator.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.extraction.Side;
import warrant.extraction.relate.DocumentContext;
import warrant.graph.Document;
import warrant.graph.Passage;
import warrant.graph.Quotation;
import warrant.graph.Span;

/**
 * Takes what was found in the unchanged passages of a changed document over to where they stand now. Where a quotation
 * stands in a passage that is no longer there, nothing is taken over and the passage is read again.
 */
final class Moved {
    private final Document document;
    private final Map<Passage, Passage> then = new HashMap<>();
    private final Map<Passage, Passage> now = new HashMap<>();

    Moved(Former former, Document document, List<Passage> passages) {
        this.document = document;
        Map<List<String>, Deque<Passage>> byText = new HashMap<>();
        former.passages()
                .forEach(p -> byText.computeIfAbsent(words(p), t -> new ArrayDeque<>())
                        .add(p));
        for (Passage passage : passages) {
            Deque<Passage> same = byText.getOrDefault(words(passage), new ArrayDeque<>());
            if (!same.isEmpty()) {
                Passage old = same.removeFirst();
                then.put(passage, old);
                now.put(old, passage);
            }
        }
    }

    /** Tells whether two documents name the same things in the same way, so that equal passages state the same. */
    static boolean alike(DocumentContext a, DocumentContext b) {
        return names(a).equals(names(b));
    }

    private static List<Object> names(DocumentContext context) {
        List<Object> names = new ArrayList<>();
        context.things().forEach(t -> names.add(List.of(t.name(), t.aliases(), t.kind(), t.sort())));
        names.add(context.main() == null ? "" : context.main().name());
        names.add(String.valueOf(context.date()));
        names.add(context.document().title());
        names.add(context.known().dates());
        context.known()
                .terms()
                .definitions()
                .forEach(each -> names.add(List.of(each.term(), each.name(), each.sort())));
        names.add(String.valueOf(
                context.correspondents().writer() == null
                        ? null
                        : context.correspondents().writer().name()));
        names.add(String.valueOf(
                context.correspondents().reader() == null
                        ? null
                        : context.correspondents().reader().name()));
        return names;
    }

    private static List<String> words(Passage passage) {
        return List.of(passage.path(), passage.text());
    }

    /** @return the passage of the former version that says the same under the same number */
    Optional<Passage> former(Passage passage) {
        return Optional.ofNullable(then.get(passage));
    }

    /** @return what was found, with every quotation where it stands now; empty if one stands there no longer */
    Optional<Extraction> here(Extraction found) {
        try {
            return Optional.of(new Extraction(
                    found.findings().stream().map(this::here).toList(),
                    found.rejections().stream().map(this::here).toList()));
        } catch (Gone gone) {
            return Optional.empty();
        }
    }

    private Finding here(Finding finding) {
        return new Finding(
                here(finding.subject()),
                finding.relation(),
                switch (finding.object()) {
                    case Side.Named named -> here(named);
                    case Side.Value value -> value;
                },
                finding.valid(),
                finding.evidence().stream().map(this::here).toList(),
                finding.confidence(),
                finding.method(),
                finding.profile());
    }

    private Rejection here(Rejection rejection) {
        return new Rejection(rejection.reason(), rejection.what(), here(rejection.where()), rejection.detail());
    }

    private Side.Named here(Side.Named named) {
        return new Side.Named(named.name(), named.kind(), here(named.quotation()));
    }

    private Quotation here(Quotation quotation) {
        Span span = quotation.span();
        for (Map.Entry<Passage, Passage> pair : now.entrySet()) {
            Passage old = pair.getKey();
            if (old.page().equals(span.page()) && old.begin() <= span.begin() && span.end() <= old.end()) {
                Passage fresh = pair.getValue();
                int shift = fresh.begin() - old.begin();
                Quotation moved = new Quotation(
                        new Span(document.id(), fresh.page(), span.begin() + shift, span.end() + shift, span.cell()),
                        quotation.text());
                if (document.quotes(moved)) {
                    return moved;
                }
            }
        }
        throw new Gone();
    }

    /** A quotation stands nowhere in what did not change. */
    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
