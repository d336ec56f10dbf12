package warrant.extraction.read.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import warrant.extraction.read.DocumentReader;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.mail.MailReader;
import warrant.extraction.read.office.ExcelReader;
import warrant.extraction.read.office.WordReader;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.pdf.PdfReader;
import warrant.extraction.read.text.CsvReader;
import warrant.extraction.read.text.MarkdownReader;
import warrant.extraction.read.text.TextReader;
import warrant.extraction.read.web.HtmlReader;
import warrant.graph.Document;
import warrant.graph.Page;

/** Reads files of all formats, within limits. Safe for many threads. */
public final class Readers implements DocumentReader {
    private final Settings limits;
    private final Map<Format, FormatReader> readers = new EnumMap<>(Format.class);

    public Readers(Settings limits) {
        this.limits = limits;
        readers.put(Format.PDF, new PdfReader());
        readers.put(Format.DOCX, new WordReader());
        readers.put(Format.XLSX, new ExcelReader());
        readers.put(Format.HTML, new HtmlReader());
        readers.put(Format.EML, new MailReader());
        readers.put(Format.CSV, new CsvReader());
        readers.put(Format.MARKDOWN, new MarkdownReader());
        readers.put(Format.TEXT, new TextReader());
    }

    @Override
    public Reading read(String name, byte[] bytes) throws ReadException {
        if (bytes.length == 0) {
            throw new ReadException(name + " is empty: get it again from where it came, or remove it.");
        }
        if (bytes.length > limits.bytes()) {
            throw new ReadException(name + " has " + (bytes.length >> 20) + " MiB, more than the limit of "
                    + (limits.bytes() >> 20) + ": split it, or raise the limit.");
        }
        Format format = Format.of(name, bytes, limits);
        Content content = inTime(name, () -> reader(format).read(name, bytes, limits));
        return reading(name, bytes, format, content);
    }

    private FormatReader reader(Format format) {
        FormatReader reader = readers.get(format);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + format);
        }
        return reader;
    }

    /** Work that may fail to read. */
    private interface Work {
        Content run() throws ReadException;
    }

    private Content inTime(String name, Work work) throws ReadException {
        FutureTask<Content> task = new FutureTask<>(work::run);
        Thread.ofPlatform().daemon().name("read " + name).start(task);
        try {
            return task.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new ReadException(
                    name + " took longer than " + limits.deadline().toSeconds()
                            + " s to read and was given up: split it, or raise the limit.",
                    late);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ReadException(name + " was not read: the work was stopped.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ReadException refused) {
                throw refused;
            }
            throw new ReadException(
                    name + " is damaged in a way that no reader expects (" + failed.getCause()
                            + "): open it in its own program, save it again and add that.",
                    failed);
        }
    }

    private Reading reading(String name, byte[] bytes, Format format, Content content) throws ReadException {
        List<String> warnings = new ArrayList<>(content.warnings());
        if (!format.agreesWith(name)) {
            warnings.add("the name does not say so, but this is " + format.description() + "; it was read as that");
        }
        List<Page> pages = bounded(content.pages(), warnings);
        if (pages.stream().allMatch(page -> page.text().isBlank())) {
            throw new ReadException(name + " holds no text: get it again from where it came, or remove it.");
        }
        List<Table> tables = content.tables().stream()
                .filter(table -> pages.stream().anyMatch(page -> page.label().equals(table.page())))
                .toList();
        String hash = hash(bytes);
        String id = hash((hash + "\n" + name).getBytes(StandardCharsets.UTF_8));
        Front front = Front.of(name, content, pages);
        LocalDate date = front.date();
        Document document =
                new Document(id, name, hash, content.mediaType(), front.title(), date, content.reader(), pages);
        return new Reading(document, tables, warnings);
    }

    /** Whole pages, as many as the limit of characters allows, and at least the first one's beginning. */
    private List<Page> bounded(List<Page> pages, List<String> warnings) throws ReadException {
        List<Page> kept = new ArrayList<>();
        long room = limits.characters();
        for (Page page : pages) {
            room -= page.text().length();
            if (room < 0) {
                warnings.add(
                        "only the first " + kept.size() + " of " + pages.size() + " pages were read: the rest is over"
                                + " the limit of " + limits.characters() + " characters");
                break;
            }
            kept.add(page);
        }
        if (kept.isEmpty()) {
            throw new ReadException(
                    "a page of " + pages.getFirst().text().length() + " characters is over the limit of "
                            + limits.characters() + ": split the file, or raise the limit.");
        }
        return kept;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
