package warrant.llm.torch;

import ai.djl.util.Platform;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What of a machine decides how a model is run on it.
 *
 * @param flags instruction sets of the processor, such as {@code avx512f}
 * @param free bytes of memory that could be taken now
 * @param cuda whether it has a graphics processor and the library for it is on the class path
 * @param library version of PyTorch, such as {@code 2.7.1}
 */
record Machine(Set<String> flags, long free, boolean cuda, String library) {
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    Machine {
        flags = Set.copyOf(flags);
    }

    /** @return this one; loads no native library */
    static Machine here() {
        Platform library = Platform.detectPlatform("pytorch");
        boolean cuda = library.getFlavor().startsWith("cu") && CudaUtils.getGpuCount() > 0;
        return new Machine(Processor.flags(), freeMemory(), cuda, library.getVersion());
    }

    /** Within the limit of a container, where there is one. */
    private static long freeMemory() {
        long most =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        try {
            return Files.readAllLines(MEMINFO).stream()
                    .filter(line -> line.startsWith(AVAILABLE))
                    .mapToLong(line -> Math.min(most, Long.parseLong(line.replaceAll("\\D", "")) << 10))
                    .findFirst()
                    .orElse(most);
        } catch (IOException elsewhere) {
            return most;
        }
    }

    /** @return whether what is computed here in this precision is right */
    boolean supports(Precision precision) {
        boolean bytes = flags.contains("avx512_vnni") || flags.contains("avx_vnni");
        return switch (precision) {
            case F32 -> true;
            case BF16 -> flags.contains("avx512bw") || flags.contains("amx_bf16");
            case INT8 -> bytes;
            case INT4 -> bytes && multipliesNibbles();
        };
    }

    /** @return whether it multiplies BF16 faster than F32 */
    boolean fastHalves() {
        return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
    }

    /** The operator for groups of 4 bits came to the processor with 2.6. */
    private boolean multipliesNibbles() {
        String[] parts = library.split("\\D+", 3);
        return parts.length > 1 && Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]) >= 206;
    }
}
