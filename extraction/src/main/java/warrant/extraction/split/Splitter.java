package warrant.extraction.split;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Table;
import warrant.graph.Document;
import warrant.graph.Page;
import warrant.graph.Passage;

/**
 * Cuts a document into passages of clause or paragraph size. The path of a passage is the number of its clause, or the
 * numbers of several short ones, then a blank and the heading above: {@code 9.2(b) Payment}.
 */
public final class Splitter {
    /** Passages grow to at least this many words where what follows belongs to the same section. */
    private static final int FEWEST_WORDS = 40;

    private static final int MOST_WORDS = 220;
    private static final int STRAY_WORDS = 8;
    private static final int LONGEST_HEADING = 80;
    /** A table whose cells hold sentences is text that somebody put into columns. */
    private static final int WORDS_OF_PROSE = 12;

    /** @return the passages in order; none for sheets and for tables of values */
    public List<Passage> split(Reading reading) {
        Document document = reading.document();
        boolean sheet = document.mediaType().contains("spreadsheet")
                || document.mediaType().equals("text/csv");
        List<Passage> passages = new ArrayList<>();
        Outline outline = new Outline();
        ListedHeadings listed = new ListedHeadings(reading.headings());
        for (Page page : sheet ? List.<Page>of() : document.pages()) {
            List<int[]> tables = extents(page, reading.tables());
            for (List<Block> group : groups(blocks(page, tables, outline, listed))) {
                passages.add(passage(document, page, group));
            }
        }
        return passages;
    }

    /** Where the tables of values stand on the page, in chars. */
    private static List<int[]> extents(Page page, List<Table> tables) {
        List<int[]> extents = new ArrayList<>();
        for (Table table : tables) {
            if (table.page().equals(page.label()) && !isProse(table)) {
                List<Table.Cell> cells = new ArrayList<>(table.header());
                table.further().forEach(cells::addAll);
                table.rows().forEach(cells::addAll);
                int begin = cells.stream().mapToInt(Table.Cell::begin).min().orElse(0);
                int end = cells.stream().mapToInt(Table.Cell::end).max().orElse(0);
                extents.add(new int[] {
                    page.text().offsetByCodePoints(0, begin), page.text().offsetByCodePoints(0, end)
                });
            }
        }
        return extents;
    }

    private static boolean isProse(Table table) {
        long cells = table.rows().stream()
                .flatMap(List::stream)
                .filter(cell -> words(cell.text()) >= WORDS_OF_PROSE)
                .count();
        return cells * 2 >= table.rows().size() && cells > 0;
    }

    private static List<Block> blocks(Page page, List<int[]> tables, Outline outline, ListedHeadings listed) {
        List<Block> blocks = new ArrayList<>();
        String[] lines = page.text().split("\n", -1);
        int begin = 0;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int from = begin;
            begin += line.length() + 1;
            if (line.isBlank()) {
                continue;
            }
            if (tables.stream().anyMatch(table -> from < table[1] && from + line.length() > table[0])) {
                outline.interrupt();
                continue;
            }
            Block block = outline.next(line, from, words(line), goesOn(lines, i), listed.isHeading(page.label(), line));
            if (block.words() <= MOST_WORDS) {
                blocks.add(block);
            } else {
                blocks.addAll(pieces(block, line));
            }
        }
        return blocks;
    }

    private static boolean goesOn(String[] lines, int line) {
        int next = line + 1;
        while (next < lines.length && lines[next].isBlank()) {
            next++;
        }
        return next < lines.length && (words(lines[next]) >= 5 || Character.isDigit(lines[next].codePointAt(0)));
    }

    /** Parts of a long paragraph, of whole sentences as far as those are short enough. */
    private static List<Block> pieces(Block block, String line) {
        List<Block> pieces = new ArrayList<>();
        int begin = 0;
        int end = 0;
        for (Sentences.Extent sentence : Sentences.of(line)) {
            boolean full = end > begin && words(line.substring(begin, sentence.end())) > MOST_WORDS;
            if (full) {
                pieces.addAll(cut(block, line, begin, end));
                begin = sentence.begin();
            }
            end = sentence.end();
        }
        pieces.addAll(cut(block, line, begin, end));
        return pieces;
    }

    /** A sentence beyond all measure is cut between words. */
    private static List<Block> cut(Block block, String line, int begin, int end) {
        List<Block> pieces = new ArrayList<>();
        int from = begin;
        while (from < end) {
            int to = end;
            while (words(line.substring(from, to)) > MOST_WORDS) {
                int middle = from + (to - from) * 2 / 3;
                int blank = line.lastIndexOf(' ', middle);
                int edge = blank > from ? blank : middle;
                to = Character.isLowSurrogate(line.charAt(edge)) ? edge - 1 : edge;
            }
            String piece = line.substring(from, to);
            int lead = piece.length() - piece.stripLeading().length();
            int first = block.begin() + from + lead;
            pieces.add(new Block(
                    first,
                    block.begin() + to,
                    words(piece),
                    block.clause(),
                    block.item(),
                    block.opens() && from == 0,
                    false,
                    block.section(),
                    block.part(),
                    block.stretch()));
            from = to;
        }
        return pieces;
    }

    private static List<List<Block>> groups(List<Block> blocks) {
        List<List<Block>> groups = new ArrayList<>();
        for (Block block : blocks) {
            if (!groups.isEmpty() && joins(groups.getLast(), block)) {
                groups.getLast().add(block);
            } else {
                groups.add(new ArrayList<>(List.of(block)));
            }
        }
        return mergeStrays(groups);
    }

    private static boolean joins(List<Block> group, Block block) {
        int words = group.stream().mapToInt(Block::words).sum();
        Block last = group.getLast();
        if (words + block.words() > MOST_WORDS || block.stretch() != last.stretch()) {
            return false;
        }
        if (group.stream().allMatch(Block::heading)) {
            return true;
        }
        if (block.part() != last.part() || block.heading()) {
            return false;
        }
        return words < FEWEST_WORDS || block.item() || block.words() < STRAY_WORDS;
    }

    /**
     * A line or two that nothing follows go with what stands before them; the heading of a table goes with the table.
     */
    private static List<List<Block>> mergeStrays(List<List<Block>> groups) {
        List<List<Block>> merged = new ArrayList<>();
        for (List<Block> group : groups) {
            int words = group.stream().mapToInt(Block::words).sum();
            boolean stray = words < STRAY_WORDS && group.stream().noneMatch(Block::opens);
            boolean room = !merged.isEmpty()
                    && merged.getLast().stream().mapToInt(Block::words).sum() + words <= MOST_WORDS
                    && group.getFirst().stretch() == merged.getLast().getLast().stretch()
                    && group.getFirst().part() - merged.getLast().getLast().part() <= 1;
            boolean headsTable = words < STRAY_WORDS && group.stream().allMatch(Block::heading) && groups.size() > 1;
            boolean afterStray = merged.size() == 1
                    && merged.getFirst().getFirst().stretch()
                            == group.getFirst().stretch()
                    && merged.getFirst().stream().mapToInt(Block::words).sum() < STRAY_WORDS
                    && words + STRAY_WORDS <= MOST_WORDS;
            if ((stray && room) || afterStray) {
                merged.getLast().addAll(group);
            } else if (!headsTable) {
                merged.add(group);
            }
        }
        return merged;
    }

    private static Passage passage(Document document, Page page, List<Block> group) {
        int from = group.getFirst().begin();
        int to = group.getLast().end();
        String text = page.text().substring(from, to);
        int begin = page.text().codePointCount(0, from);
        int end = begin + text.codePointCount(0, text.length());
        String id = hash(document.id() + "\n" + page.label() + "\n" + begin + "\n" + text);
        return new Passage(id, document.id(), page.label(), begin, end, path(group), text);
    }

    private static String path(List<Block> group) {
        Set<String> clauses = new LinkedHashSet<>();
        String section = "";
        for (Block block : group) {
            boolean inside = clauses.stream().anyMatch(clause -> block.clause().startsWith(clause + "("));
            boolean parent = block.heading() && group.size() > 1;
            if (!block.clause().isEmpty() && !inside && !parent) {
                clauses.add(block.clause());
            }
            section = block.section().isEmpty() ? section : block.section();
        }
        String heading = section.length() > LONGEST_HEADING ? section.substring(0, LONGEST_HEADING) : section;
        return (String.join(", ", clauses) + " " + heading).strip();
    }

    /** Words between blanks; three Chinese characters count as two words. */
    static int words(String text) {
        int han = (int) text.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                .count();
        String bare = text.strip();
        return (bare.isEmpty() ? 0 : bare.split("\\s+").length) + han * 2 / 3;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
