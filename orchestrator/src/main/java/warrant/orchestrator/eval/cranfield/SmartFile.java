package warrant.orchestrator.eval.cranfield;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file in the format of the SMART system: records begin with {@code .I number}, their fields with a letter. */
final class SmartFile {
    private static final Pattern RECORD = Pattern.compile("\\.I\\s*(\\d+)\\s*");
    private static final Pattern FIELD = Pattern.compile("\\.([A-Z])\\s*");

    private SmartFile() {}

    /** @param fields text by letter, white space joined */
    record Entry(int number, Map<Character, String> fields) {
        /** @return a field; empty if it is not there */
        String field(char letter) {
            return fields.getOrDefault(letter, "");
        }
    }

    /** @return the records in order; none if the file is of another format */
    static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        @Nullable Entry entry = null;
        char letter = ' ';
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\\R")) {
            Matcher begins = RECORD.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (begins.matches()) {
                entry = new Entry(Integer.parseInt(begins.group(1)), new HashMap<>());
                entries.add(entry);
            } else if (field.matches()) {
                letter = field.group(1).charAt(0);
            } else if (entry != null && !line.isBlank()) {
                entry.fields().merge(letter, line.strip(), (before, more) -> before + " " + more);
            }
        }
        return entries;
    }
}
