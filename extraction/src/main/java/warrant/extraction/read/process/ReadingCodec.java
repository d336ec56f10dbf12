package warrant.extraction.read.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Heading;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Table;
import warrant.graph.Document;
import warrant.graph.Page;

/** Readings as bytes: numbers as {@link DataOutputStream} writes them, strings with their length before them. */
final class ReadingCodec {
    private static final int LONGEST = 1 << 28;

    private ReadingCodec() {}

    /** Writes one of many. */
    private interface Writing<T> {
        void write(T value) throws IOException;
    }

    /** Reads one of many. */
    private interface Taking<T> {
        T take() throws IOException;
    }

    static void write(Readings readings, DataOutputStream out) throws IOException {
        all(readings.documents(), out, reading -> {
            document(reading.document(), out);
            all(reading.tables(), out, table -> table(table, out));
            all(reading.warnings(), out, warning -> text(warning, out));
            all(reading.headings(), out, heading -> {
                text(heading.page(), out);
                text(heading.text(), out);
            });
        });
        all(readings.refused(), out, refused -> {
            text(refused.name(), out);
            text(refused.who().name(), out);
            text(refused.why(), out);
        });
    }

    static Readings read(DataInputStream in) throws IOException {
        List<Reading> documents = all(
                in,
                () -> new Reading(
                        document(in),
                        all(in, () -> table(in)),
                        all(in, () -> text(in)),
                        all(in, () -> new Heading(text(in), text(in)))));
        return new Readings(documents, all(in, () -> new Readings.Refused(text(in), who(in), text(in))));
    }

    static ReadException.Who who(DataInputStream in) throws IOException {
        return ReadException.Who.valueOf(text(in));
    }

    private static void document(Document document, DataOutputStream out) throws IOException {
        text(document.id(), out);
        text(document.name(), out);
        text(document.hash(), out);
        text(document.mediaType(), out);
        text(document.title(), out);
        LocalDate date = document.date();
        text(date == null ? "" : date.toString(), out);
        text(document.reader(), out);
        all(document.pages(), out, page -> {
            text(page.label(), out);
            text(page.text(), out);
        });
    }

    private static Document document(DataInputStream in) throws IOException {
        return new Document(
                text(in),
                text(in),
                text(in),
                text(in),
                text(in),
                date(text(in)),
                text(in),
                all(in, () -> new Page(text(in), text(in))));
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static void table(Table table, DataOutputStream out) throws IOException {
        text(table.page(), out);
        text(table.caption(), out);
        all(table.header(), out, cell -> cell(cell, out));
        all(table.rows(), out, row -> all(row, out, cell -> cell(cell, out)));
        all(table.further(), out, cells -> all(cells, out, cell -> cell(cell, out)));
    }

    private static Table table(DataInputStream in) throws IOException {
        return new Table(
                text(in),
                text(in),
                all(in, () -> cell(in)),
                all(in, () -> all(in, () -> cell(in))),
                all(in, () -> all(in, () -> cell(in))));
    }

    private static void cell(Table.Cell cell, DataOutputStream out) throws IOException {
        text(cell.address(), out);
        out.writeInt(cell.begin());
        out.writeInt(cell.end());
        text(cell.text(), out);
    }

    private static Table.Cell cell(DataInputStream in) throws IOException {
        return new Table.Cell(text(in), in.readInt(), in.readInt(), text(in));
    }

    private static <T> void all(List<T> values, DataOutputStream out, Writing<T> writing) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writing.write(value);
        }
    }

    private static <T> List<T> all(DataInputStream in, Taking<T> taking) throws IOException {
        int count = in.readInt();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(taking.take());
        }
        return values;
    }

    static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a length of " + length + " where at most " + LONGEST + " is allowed");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
