package warrant.llm.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What this machine's processor can do, as Linux tells it. Elsewhere: nothing special. */
final class Processor {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private Processor() {}

    private static List<String> lines() {
        try {
            return Files.readAllLines(CPUINFO);
        } catch (IOException elsewhere) {
            return List.of();
        }
    }

    /** @return instruction sets, such as {@code avx512f} */
    static Set<String> flags() {
        return lines().stream()
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .map(line -> Set.of(line.substring(line.indexOf(':') + 1).trim().split(" +")))
                .orElse(Set.of());
    }

    /** @return physical cores that this process may use, at least 1 */
    static int cores() {
        Set<String> cores = new HashSet<>();
        String chip = "";
        for (String line : lines()) {
            if (line.startsWith("physical id")) {
                chip = line;
            } else if (line.startsWith("core id")) {
                cores.add(chip + line);
            }
        }
        int usable = Runtime.getRuntime().availableProcessors();
        return Math.max(1, cores.isEmpty() ? usable : Math.min(usable, cores.size()));
    }

    /** @return the widest instruction set that the kernels use, for the model profile */
    static String kernels() {
        Set<String> flags = flags();
        for (String set : List.of("amx_bf16", "avx512_bf16", "avx512_vnni", "avx512f", "avx2")) {
            if (flags.contains(set)) {
                return set;
            }
        }
        return "plain";
    }
}
