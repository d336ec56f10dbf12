package warrant.orchestrator.matter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads matter.yaml. */
final class MatterYaml {
    private static final Set<String> LANGUAGES = Set.of("en", "de", "zh");
    private static final Set<String> READING =
            Set.of("file_mib", "memory_mib", "seconds", "pages", "characters", "rows", "statements_per_table");
    private static final int NAME_LENGTH = 64;

    private MatterYaml() {}

    static MatterFolder read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new MatterException("there is no folder " + root);
        }
        Path file = root.resolve("matter.yaml");
        List<String> warnings = new ArrayList<>();
        YamlMap map = Files.isRegularFile(file) ? YamlMap.read(file) : YamlMap.empty(file);
        String name = map.text("name").orElseGet(() -> folderName(root));
        checkName(map, name);
        String language = map.text("language").orElse("en");
        if (!LANGUAGES.contains(language)) {
            throw map.error("language", "expected en, de or zh, found '" + language + "'");
        }
        MatterFolder matter = new MatterFolder(
                root,
                name,
                map.text("title").orElse(name),
                language,
                map.date("as_of").orElse(null),
                ranks(map),
                calendars(map),
                thresholds(map),
                reading(map),
                warnings(map, warnings));
        return matter;
    }

    private static String folderName(Path root) {
        String name =
                Optional.ofNullable(root.getFileName()).map(Path::toString).orElse("matter");
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "matter" : plain.substring(0, Math.min(NAME_LENGTH, plain.length()));
    }

    private static void checkName(YamlMap map, String name) {
        if (!MatterNames.isName(name)) {
            throw map.error("name", MatterNames.complaint(name));
        }
    }

    private static Map<String, Double> thresholds(YamlMap map) {
        Map<String, Double> thresholds = new TreeMap<>();
        map.map("thresholds")
                .ifPresent(all -> all.keys().forEach(name -> {
                    String text = all.text(name).orElse("");
                    if (!text.matches("0(?:\\.\\d+)?|1(?:\\.0+)?")) {
                        throw all.error(name, "expected a confidence from 0 to 1, found '" + text + "'");
                    }
                    thresholds.put(name, Double.valueOf(text));
                }));
        return thresholds;
    }

    private static ReadingLimits reading(YamlMap map) {
        Optional<YamlMap> reading = map.map("reading");
        if (reading.isEmpty()) {
            return ReadingLimits.DEFAULT;
        }
        ReadingLimits usual = ReadingLimits.DEFAULT;
        YamlMap limits = reading.get();
        try {
            return new ReadingLimits(
                    limit(limits, "file_mib", usual.fileMebibytes()),
                    limit(limits, "memory_mib", usual.memoryMebibytes()),
                    limit(limits, "seconds", usual.seconds()),
                    limit(limits, "pages", usual.pages()),
                    limit(limits, "characters", usual.characters()),
                    limit(limits, "rows", usual.rows()),
                    limit(limits, "statements_per_table", usual.statementsPerTable()));
        } catch (IllegalArgumentException contradictory) {
            throw map.error("reading", String.valueOf(contradictory.getMessage()));
        }
    }

    private static int limit(YamlMap limits, String key, int usual) {
        int limit = limits.number(key).orElse(usual);
        if (limit < 1) {
            throw limits.error(key, "expected a number of at least 1, found " + limit);
        }
        return limit;
    }

    private static List<String> ranks(YamlMap map) {
        List<String> ranks = map.texts("ranks");
        if (new HashSet<>(ranks).size() < ranks.size()) {
            throw map.error("ranks", "a rank is named twice");
        }
        return ranks;
    }

    private static List<WorkCalendar> calendars(YamlMap map) {
        Optional<YamlMap> calendars = map.map("calendars");
        if (calendars.isEmpty()) {
            return List.of(WorkCalendar.WEEKDAYS);
        }
        List<WorkCalendar> all = new ArrayList<>();
        for (String name : calendars.get().keys()) {
            YamlMap calendar = calendars
                    .get()
                    .map(name)
                    .orElseThrow(() -> calendars.get().error(name, "expected weekend and holidays"));
            all.add(calendar(name, calendar));
        }
        if (all.isEmpty()) {
            throw map.error("calendars", "expected at least one calendar");
        }
        return all;
    }

    private static WorkCalendar calendar(String name, YamlMap map) {
        Set<DayOfWeek> weekend = new HashSet<>();
        for (YamlMap.Item day : map.items("weekend")) {
            weekend.add(weekday(map, day));
        }
        Set<LocalDate> holidays = new HashSet<>();
        Set<MonthDay> everyYear = new HashSet<>();
        for (YamlMap.Item day : map.items("holidays")) {
            holiday(map, day, holidays, everyYear);
        }
        Set<DayOfWeek> closed = map.has("weekend") ? weekend : WorkCalendar.WEEKDAYS.weekend();
        return new WorkCalendar(name, closed, holidays, everyYear);
    }

    private static DayOfWeek weekday(YamlMap map, YamlMap.Item item) {
        try {
            return DayOfWeek.valueOf(item.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw map.error(item.line(), "expected a day of the week such as saturday, found '" + item.text() + "'");
        }
    }

    private static void holiday(YamlMap map, YamlMap.Item item, Set<LocalDate> holidays, Set<MonthDay> everyYear) {
        try {
            if (item.text().length() == "05-01".length()) {
                everyYear.add(MonthDay.parse("--" + item.text()));
            } else {
                holidays.add(LocalDate.parse(item.text()));
            }
        } catch (java.time.format.DateTimeParseException e) {
            throw map.error(
                    item.line(), "expected a day such as \"2024-01-26\" or \"05-01\", found '" + item.text() + "'");
        }
    }

    private static List<String> warnings(YamlMap map, List<String> warnings) {
        warnings.addAll(map.unknown(
                Set.of("name", "title", "language", "as_of", "ranks", "calendars", "thresholds", "reading")));
        map.map("reading").ifPresent(reading -> warnings.addAll(reading.unknown(READING)));
        map.map("calendars")
                .ifPresent(calendars -> calendars
                        .keys()
                        .forEach(name -> calendars
                                .map(name)
                                .ifPresent(one -> warnings.addAll(one.unknown(Set.of("weekend", "holidays"))))));
        return warnings;
    }
}
