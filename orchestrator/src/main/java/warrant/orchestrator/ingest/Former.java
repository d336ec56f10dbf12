package warrant.orchestrator.ingest;

import java.util.List;
import warrant.graph.Document;
import warrant.graph.Passage;

/** A document as it stood before its file changed. */
public record Former(Document document, List<Passage> passages) {
    public Former {
        passages = List.copyOf(passages);
    }
}
