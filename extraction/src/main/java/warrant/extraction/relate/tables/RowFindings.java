package warrant.extraction.relate.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Rejection;
import warrant.extraction.Rejection.Reason;
import warrant.extraction.Side;
import warrant.extraction.read.Table;
import warrant.extraction.read.Table.Cell;
import warrant.graph.Document;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Page;
import warrant.graph.Quotation;
import warrant.graph.Span;

/** Turns the rows of a table, of which a plan says what they mean, into findings. */
final class RowFindings {
    static final String METHOD = "table";
    private static final String PROFILE = "tables-2";
    private static final double CONFIDENCE = 0.99;
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[\\p{L}\\d][\\p{L}\\d./_-]*(?: [\\p{L}\\d./_-]+)?");
    private static final Pattern BARE_NUMBER = Pattern.compile("#?\\d{1,2}|\\d{1,2}\\.?");
    private static final Pattern PEOPLE = Pattern.compile("\\s*[;\n]\\s*|\\s+/\\s+");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;\n]\\s*|\\s*,\\s+|\\s+/\\s+|\\s+(?:&|and|und)\\s+");

    private final Ontology ontology;
    private final Document document;
    private final Table table;
    private final Plan plan;
    private final Columns columns;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, Boolean> people = new HashMap<>();

    RowFindings(Ontology ontology, Document document, Table table, Plan plan) {
        this.ontology = ontology;
        this.document = document;
        this.table = table;
        this.plan = plan;
        this.columns = new Columns(plan.grid(), document);
    }

    /**
     * Reads rows until there are so many findings.
     *
     * @return how many were read
     */
    int read(int most) {
        int r = 0;
        for (; r < plan.grid().rows().size() && findings.size() < most; r++) {
            List<Cell> row = plan.grid().rows().get(r);
            Side.Named subject = plan.key() == Plan.DOCUMENT ? document(row) : thing(row.get(plan.key()), plan.kind());
            if (subject != null) {
                row(subject, row, r);
            }
        }
        return r;
    }

    /** @return what the rows that were read say */
    Extraction extraction() {
        return new Extraction(findings, rejections);
    }

    private void row(Side.Named subject, List<Cell> row, int r) {
        if (plan.key() != Plan.DOCUMENT) {
            Cell key = row.get(plan.key());
            introduce(subject, key);
            Side.Named kind = new Side.Named(plan.kind(), "", quotation(key));
            add(subject, Iris.TYPE, kind, Interval.ALWAYS, List.of(quotation(key)));
        }
        for (Plan.Column column : plan.columns()) {
            Cell cell = row.get(column.index());
            Side.@Nullable Named about = column.of() == Plan.ROW ? subject : another(row, column.of());
            if (about != null && !cell.text().isEmpty() && !CellValues.isNothing(cell.text())) {
                cell(about, row, r, column, cell);
            }
        }
    }

    /** What another column names, if that is one thing. */
    private Side.@Nullable Named another(List<Cell> row, int index) {
        Cell cell = row.get(index);
        Plan.Column column = plan.columns().stream()
                .filter(one -> one.index() == index)
                .findFirst()
                .orElseThrow();
        boolean one = names(cell.text()).size() == 1;
        return one ? thing(cell, column.kinds().iterator().next()) : null;
    }

    private void cell(Side.Named subject, List<Cell> row, int r, Plan.Column column, Cell cell) {
        Interval valid = Validity.of(plan, columns, row, r, column.relation(), document.date());
        List<Quotation> evidence = evidence(row, column, cell);
        if (column.relation().object()) {
            for (String name : names(cell.text())) {
                Side.Named other = other(name, cell, column);
                introduce(other, cell);
                if (column.inverse()) {
                    add(other, column.relation().iri(), subject, valid, evidence);
                } else {
                    add(subject, column.relation().iri(), other, valid, evidence);
                }
            }
            return;
        }
        List<Literal> readings = columns.reader(column.index(), r).read(cell.text(), Lexicon.range(column.relation()));
        String what = subject.name() + " – " + column.relation().label() + " – " + cell.text();
        if (readings.isEmpty()) {
            rejections.add(new Rejection(
                    Reason.CELL,
                    what,
                    quotation(cell),
                    "not a value of type " + Lexicon.localName(Lexicon.range(column.relation()))));
        } else if (readings.size() > 1) {
            rejections.add(new Rejection(
                    Reason.AMBIGUOUS,
                    what,
                    quotation(cell),
                    "could be "
                            + String.join(
                                    " or ",
                                    readings.stream().map(Literal::lexical).toList())));
        } else {
            add(subject, column.relation().iri(), new Side.Value(readings.getFirst()), valid, evidence);
        }
    }

    private Side.Named other(String name, Cell cell, Plan.Column column) {
        Ontology.Relation code = column.code();
        Set<String> kinds = code == null ? column.kinds() : code.domain();
        Side.Named other =
                thing(name, cell, kinds.size() == 1 ? kinds.iterator().next() : "");
        if (code != null && named.add(code.iri() + " " + name)) {
            Side.Value value = new Side.Value(new Literal(name, Lexicon.range(code)));
            add(other, code.iri(), value, Interval.ALWAYS, List.of(quotation(cell)));
        }
        return other;
    }

    /** Value, what it is said of, and the header that says what it means. */
    private List<Quotation> evidence(List<Cell> row, Plan.Column column, Cell cell) {
        List<Quotation> evidence = new ArrayList<>();
        evidence.add(quotation(cell));
        int about = column.of() == Plan.ROW ? plan.key() : column.of();
        if (about != Plan.DOCUMENT) {
            evidence.add(quotation(row.get(about)));
        }
        Cell header = plan.grid().headers().get(column.index()).cell();
        if (!header.text().isBlank()) {
            evidence.add(quotation(header));
        }
        return evidence;
    }

    /** A row without a name tells of nothing. */
    private Side.@Nullable Named thing(Cell cell, String kind) {
        return cell.text().isBlank() || CellValues.isNothing(cell.text()) ? null : thing(cell.text(), cell, kind);
    }

    /** A number of one or two digits is no name alone: it becomes {@code Unit 7}; people are named as one says it. */
    private Side.Named thing(String name, Cell cell, String kind) {
        String spoken =
                people.computeIfAbsent(kind, k -> PersonNames.arePeople(ontology, k)) ? PersonNames.spoken(name) : null;
        if (spoken != null) {
            return new Side.Named(spoken, kind, quotation(cell));
        }
        boolean bare = BARE_NUMBER.matcher(name).matches() && ontology.classes().containsKey(kind);
        return new Side.Named(bare ? word(kind) + " " + name : name, kind, quotation(cell));
    }

    /** The document as its title names it. */
    private Side.@Nullable Named document(List<Cell> row) {
        for (Page page : document.pages()) {
            int at = page.text().indexOf(document.title());
            if (at >= 0 && !document.title().isBlank()) {
                int begin = page.text().codePointCount(0, at);
                int end = begin
                        + document.title().codePointCount(0, document.title().length());
                Span span = new Span(document.id(), page.label(), begin, end, null);
                return new Side.Named(document.title(), plan.kind(), new Quotation(span, document.title()));
            }
        }
        return row.stream()
                .filter(cell -> !cell.text().isBlank())
                .findFirst()
                .map(cell -> new Side.Named(document.title(), plan.kind(), quotation(cell)))
                .orElse(null);
    }

    /**
     * A thing that is called by a code alone is also called by its class and the code: {@code Invoice INV-2024-001}.
     */
    private void introduce(Side.Named thing, Cell cell) {
        boolean reversed = thing.name().equals(PersonNames.spoken(cell.text()));
        if (reversed && named.add(thing.kind() + " " + thing.name())) {
            Side.Value label = new Side.Value(Literal.text(cell.text()));
            add(thing, Iris.ALT_LABEL, label, Interval.ALWAYS, List.of(quotation(cell)));
            return;
        }
        Ontology.Kind kind = ontology.classes().get(thing.kind());
        boolean code = kind != null && CODE.matcher(thing.name()).matches();
        if (code && named.add(thing.kind() + " " + thing.name())) {
            String word = word(thing.kind());
            boolean said = Stems.stems(thing.name()).containsAll(Stems.stems(word));
            if (!said) {
                Side.Value label = new Side.Value(Literal.text(word + " " + thing.name()));
                add(thing, Iris.ALT_LABEL, label, Interval.ALWAYS, List.of(quotation(cell)));
            }
        }
    }

    private String word(String kind) {
        Ontology.Kind known = ontology.classes().get(kind);
        String label = known == null ? Lexicon.localName(kind) : known.label();
        return label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1);
    }

    /** Several codes or people in one cell are several things; another name with a comma is one. */
    private static List<String> names(String text) {
        List<String> parts = List.of(SEPARATOR.split(text.strip()));
        if (parts.size() > 1
                && parts.stream().allMatch(part -> CODE.matcher(part).matches())) {
            return parts;
        }
        List<String> people = List.of(PEOPLE.split(text.strip()));
        return people.size() > 1 && people.stream().allMatch(PersonNames::isFull) ? people : List.of(text.strip());
    }

    private Quotation quotation(Cell cell) {
        return new Quotation(
                new Span(document.id(), table.page(), cell.begin(), cell.end(), cell.address()), cell.text());
    }

    private void add(Side.Named subject, String relation, Side object, Interval valid, List<Quotation> evidence) {
        findings.add(new Finding(subject, relation, object, valid, evidence, CONFIDENCE, METHOD, PROFILE));
    }
}
