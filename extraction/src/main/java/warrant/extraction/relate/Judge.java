package warrant.extraction.relate;

import java.util.List;
import warrant.graph.Passage;

/** Says how probable it is that a passage states what is proposed. */
interface Judge {
    /** @return a verdict for each proposal that was looked at; what was not even looked at is left out */
    List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals);

    /** @return {@code rules} or {@code model} */
    String method();

    /** @return what decided, so that it can be repeated */
    String profile();
}
