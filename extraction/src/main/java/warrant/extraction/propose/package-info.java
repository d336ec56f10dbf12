/**
 * What a corpus could state: a draft of an ontology for a person to edit. Input: readings of documents. Output: classes
 * and relations with examples, as Turtle. Not here: extracting by an ontology.
 */
@NullMarked
package warrant.extraction.propose;

import org.jspecify.annotations.NullMarked;
