package warrant.rules.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.match.Fact;

/** Facts, what states them and what derives them, in columns. */
public final class Store {
    private final Terms terms;
    private final Map<String, Integer> relations;
    private final List<String> names;
    private final Rows rows;
    private final Grounds grounds;
    private @Nullable Statement[] stated;
    /** All statements of the few rows that have several. */
    private final Map<Integer, List<Statement>> several;

    public Store() {
        terms = new Terms();
        relations = new HashMap<>();
        names = new ArrayList<>();
        rows = new Rows();
        grounds = new Grounds();
        stated = new Statement[64];
        several = new HashMap<>();
    }

    private Store(Store other) {
        terms = other.terms.copy();
        relations = new HashMap<>(other.relations);
        names = new ArrayList<>(other.names);
        rows = other.rows.copy();
        grounds = other.grounds.copy();
        stated = other.stated.clone();
        several = new HashMap<>(other.several);
    }

    /** @return a copy; numbers mean the same in both */
    public Store copy() {
        return new Store(this);
    }

    public Terms terms() {
        return terms;
    }

    public Rows rows() {
        return rows;
    }

    public Grounds grounds() {
        return grounds;
    }

    /** @return the number of a relation, a new one if it has none */
    public int relation(String iri) {
        return relations.computeIfAbsent(iri, name -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    public String relation(int number) {
        return names.get(number);
    }

    /** @return the row of a triple, live or not; -1 if there is none */
    public int find(Triple triple) {
        int relation = relations.getOrDefault(triple.relation(), -1);
        int subject = terms.find(triple.subject());
        int object = terms.find(triple.object());
        return relation < 0 || subject < 0 || object < 0 ? -1 : rows.find(subject, relation, terms.identity(object));
    }

    /** @return the row of a triple, made if there is none, live or not */
    public int row(Triple triple) {
        int object = terms.number(triple.object());
        return rows.row(terms.number(triple.subject()), relation(triple.relation()), terms.identity(object), object);
    }

    /** @return the statements of a row */
    public List<Statement> statements(int row) {
        Statement one = row < stated.length ? stated[row] : null;
        return one == null ? List.of() : several.getOrDefault(row, List.of(one));
    }

    public boolean isStated(int row) {
        return row < stated.length && stated[row] != null;
    }

    /** @param statements in the order in which they are to stand; none where nothing states the row any more */
    public void state(int row, List<Statement> statements) {
        if (row >= stated.length) {
            stated = Arrays.copyOf(stated, Math.max(row + 1, Mixing.grown(stated.length)));
        }
        stated[row] = statements.isEmpty() ? null : statements.getFirst();
        if (statements.size() > 1) {
            several.put(row, List.copyOf(statements));
        } else {
            several.remove(row);
        }
    }

    public Triple triple(int row) {
        return new Triple(
                (Entity) terms.term(rows.subject(row)), names.get(rows.relation(row)), terms.term(rows.written(row)));
    }

    public Fact fact(int row) {
        return Fact.of(triple(row), terms.term(rows.object(row)));
    }

    /** @return rows shown that fit, in the order in which they came; null sides match anything */
    public int[] find(@Nullable Entity subject, String relation, @Nullable Term object) {
        int r = relations.getOrDefault(relation, -1);
        int s = subject == null ? -1 : terms.find(subject);
        int o = object == null ? -1 : terms.find(object);
        if (r < 0 || (subject != null && s < 0) || (object != null && o < 0)) {
            return new int[0];
        }
        int same = o < 0 ? -1 : terms.identity(o);
        if (s >= 0 && o >= 0) {
            int row = rows.find(s, r, same);
            return row >= 0 && rows.isShown(row) ? new int[] {row} : new int[0];
        }
        return s >= 0
                ? chain(1, rows.lastOfSubject(s, r))
                : o >= 0 ? chain(2, rows.lastOfObject(r, same)) : chain(0, rows.lastOf(r));
    }

    private int[] chain(int chain, int last) {
        if (last < 0) {
            return new int[0];
        }
        int[] some = new int[8];
        int size = 0;
        int row = last;
        do {
            row = rows.next(chain, row);
            if (rows.isShown(row)) {
                some = size == some.length ? Arrays.copyOf(some, 2 * size) : some;
                some[size++] = row;
            }
        } while (row != last);
        return Arrays.copyOf(some, size);
    }
}
