@NullMarked
package warrant.orchestrator.chat;

import org.jspecify.annotations.NullMarked;
