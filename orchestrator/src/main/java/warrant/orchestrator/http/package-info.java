/**
 * The owner's REST interface, on loopback, for the holder of the token. Input: requests. Output: JSON, problems as
 * {@code application/problem+json} with a code that names who must act. Only this package knows Quarkus. Not here: any
 * work on a matter.
 */
@NullMarked
package warrant.orchestrator.http;

import org.jspecify.annotations.NullMarked;
