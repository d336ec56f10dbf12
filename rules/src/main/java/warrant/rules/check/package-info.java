/**
 * Does the proof hold? A checker that can be read in an afternoon and trusts nothing that it can recompute.
 *
 * <p>Input: a {@link warrant.rules.check.Certificate}, a proof with all it rests on. Output: a
 * {@link warrant.rules.check.ProofChecker.Verdict}. It uses the Java platform and the vocabulary of
 * {@code warrant.graph}, and no class of the engine, not even to compare two numbers: rules come as text whose hash is
 * their version. Not here: how a certificate is made ({@code warrant.rules.justify}).
 */
@NullMarked
package warrant.rules.check;

import org.jspecify.annotations.NullMarked;
