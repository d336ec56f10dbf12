/**
 * Reads e-mail with mime4j. Input: the bytes of one message. Output: its headers as lines, then its text. Not here:
 * mailboxes, and what is attached.
 */
@NullMarked
package warrant.extraction.read.mail;

import org.jspecify.annotations.NullMarked;
