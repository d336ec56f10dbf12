package warrant.orchestrator.matter;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping that knows the line of everything in it. Values are text; nothing is constructed from tags. */
final class YamlMap {
    private static final int FILE_BYTES = 4 << 20;
    private static final int DEPTH = 20;

    private final Path file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    /** A text and its line, counted from 1. */
    record Item(String text, int line) {}

    private YamlMap(Path file, int line, List<NodeTuple> tuples) {
        this.file = file;
        this.line = line;
        for (NodeTuple tuple : tuples) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new MatterException(file, lineOf(tuple.getKeyNode()), "expected a key that is a plain word");
            }
            if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new MatterException(file, lineOf(key), "'" + key.getValue() + "' stands here a second time");
            }
            lines.put(key.getValue(), lineOf(key));
        }
    }

    static YamlMap empty(Path file) {
        return new YamlMap(file, 1, List.of());
    }

    static YamlMap read(Path file) {
        Optional<Node> root = compose(file);
        return root.map(node -> of(file, node)).orElseGet(() -> empty(file));
    }

    /** @return the mappings of a file that is a list of them */
    static List<YamlMap> readList(Path file) {
        Node root = compose(file).orElse(null);
        if (root == null) {
            return List.of();
        }
        if (!(root instanceof SequenceNode list)) {
            throw new MatterException(file, lineOf(root), "expected a list, each item beginning with '- '");
        }
        return list.getValue().stream().map(node -> of(file, node)).toList();
    }

    private static YamlMap of(Path file, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new MatterException(file, lineOf(node), "expected 'key: value' lines");
        }
        return new YamlMap(file, lineOf(node), mapping.getValue());
    }

    private static Optional<Node> compose(Path file) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEPTH);
        limits.setCodePointLimit(FILE_BYTES);
        try {
            if (Files.size(file) > FILE_BYTES) {
                throw new MatterException(file + " is larger than " + FILE_BYTES + " bytes");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return Optional.ofNullable(new Yaml(new SafeConstructor(limits)).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new MatterException(file, line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new MatterException(file + " is not YAML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MatterException("cannot read " + file + " as UTF-8 text: " + e.getMessage(), e);
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    Optional<String> text(String key) {
        return value(key).map(node -> scalar(node, key));
    }

    Optional<LocalDate> date(String key) {
        return text(key).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw error(key, "expected a day such as 2024-06-04, found '" + text + "'");
            }
        });
    }

    Optional<Integer> number(String key) {
        return text(key).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw error(key, "expected a whole number, found '" + text + "'");
            }
        });
    }

    Optional<YamlMap> map(String key) {
        return value(key).map(node -> of(file, node));
    }

    List<String> texts(String key) {
        return items(key).stream().map(Item::text).toList();
    }

    List<Item> items(String key) {
        Node node = value(key).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw error(key, "expected a list such as [a, b]");
        }
        List<Item> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new Item(scalar(item, key), lineOf(item)));
        }
        return items;
    }

    /** @return a warning for each key that is not known here */
    List<String> unknown(Set<String> known) {
        return keys().stream()
                .filter(key -> !known.contains(key))
                .map(key -> file.getFileName() + ":" + lines.get(key) + ": '" + key + "' is not known and was left out")
                .toList();
    }

    MatterException error(String key, String message) {
        return error(lines.getOrDefault(key, line), key + ": " + message);
    }

    MatterException error(int at, String message) {
        return new MatterException(file, at, message);
    }

    private Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(node -> !isNull(node));
    }

    private static boolean isNull(@Nullable Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
    }

    private String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(lineOf(node), key + ": expected one value, found a list or a mapping");
    }
}
