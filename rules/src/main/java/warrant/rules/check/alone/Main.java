package warrant.rules.check.alone;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warrant.rules.check.Certificate;
import warrant.rules.check.CertificateJson;
import warrant.rules.check.Denial;
import warrant.rules.check.ProofChecker;

/**
 * {@code java -jar warrant-check.jar CERTIFICATE [--documents DIR]}: exit code 0 when accepted, 1 when rejected, 2 when
 * it cannot be read.
 */
public final class Main {
    private static final String USAGE = "usage: java -jar warrant-check.jar CERTIFICATE.json [--documents DIR]";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** @return the exit code */
    public static int run(List<String> arguments, PrintStream out) {
        boolean documents = arguments.size() == 3 && arguments.get(1).equals("--documents");
        if (arguments.isEmpty() || (arguments.size() != 1 && !documents)) {
            out.println(USAGE);
            return 2;
        }
        try {
            String text = Files.readString(Path.of(arguments.getFirst()));
            Claim claim = text.contains("\"format\":\"warrant-denial-1\"") ? denied(text) : proved(text);
            String missing = documents ? missing(claim.pages(), Path.of(arguments.get(2))) : "";
            return report(claim, missing, out);
        } catch (IOException | UncheckedIOException e) {
            out.println("cannot read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            out.println("not a certificate: " + e.getMessage());
        }
        return 2;
    }

    private record Claim(
            String says,
            ProofChecker.Verdict verdict,
            List<Certificate.RuleText> rules,
            List<Certificate.Page> pages,
            String trusted) {}

    private static Claim proved(String text) {
        Certificate read = CertificateJson.read(text);
        return new Claim(
                read.conclusion() + " as of " + read.asOf(),
                new ProofChecker().check(read),
                read.rules(),
                read.pages(),
                read.entries().size() + " steps");
    }

    private static Claim denied(String text) {
        Denial read = Denial.read(text);
        String object = read.object() == null ? "anything" : read.object().toString();
        return new Claim(
                "not: " + read.subject() + " <" + read.relation() + "> " + object + " as of " + read.asOf(),
                new ProofChecker().check(read),
                read.rules(),
                read.pages(),
                read.model().size() + " statements and conclusions in the countermodel; what is stated has hash "
                        + read.snapshot());
    }

    private static int report(Claim claim, String missing, PrintStream out) {
        boolean accepted = claim.verdict().isAccepted() && missing.isEmpty();
        out.println((accepted ? "accepted: " : "rejected: ") + claim.says());
        if (claim.verdict() instanceof ProofChecker.Verdict.Rejected(String reason)) {
            out.println("  " + reason);
        }
        if (!missing.isEmpty()) {
            out.println("  " + missing);
        }
        out.println("  " + claim.trusted());
        claim.rules().forEach(rule -> out.println("  rule " + rule.id() + ", version " + rule.version()));
        claim.pages().stream()
                .map(page -> "  document " + page.name() + ", SHA-256 " + page.file())
                .distinct()
                .forEach(out::println);
        return accepted ? 0 : 1;
    }

    /** @return which document is not in the folder, byte by byte; empty when all are */
    private static String missing(List<Certificate.Page> pages, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> hashes =
                    files.filter(Files::isRegularFile).map(Main::hash).collect(Collectors.toSet());
            return pages.stream()
                    .filter(page -> !hashes.contains(page.file()))
                    .map(page -> "no file in " + folder + " has the bytes of " + page.name())
                    .findFirst()
                    .orElse("");
        }
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
