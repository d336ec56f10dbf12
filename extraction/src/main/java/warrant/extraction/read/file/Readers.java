package warrant.extraction.read.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.DocumentReader;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.archive.ArchiveReader;
import warrant.extraction.read.image.ImageReader;
import warrant.extraction.read.image.Tesseract;
import warrant.extraction.read.mail.MailReader;
import warrant.extraction.read.mail.OutlookReader;
import warrant.extraction.read.office.ExcelReader;
import warrant.extraction.read.office.Locks;
import warrant.extraction.read.office.OldWordReader;
import warrant.extraction.read.office.OpenDocumentReader;
import warrant.extraction.read.office.SlidesReader;
import warrant.extraction.read.office.WordReader;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Enclosed;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.pdf.PdfReader;
import warrant.extraction.read.text.CsvReader;
import warrant.extraction.read.text.MarkdownReader;
import warrant.extraction.read.text.RtfReader;
import warrant.extraction.read.text.TextReader;
import warrant.extraction.read.web.HtmlReader;
import warrant.graph.Document;
import warrant.graph.Page;

/** Reads files of all formats, within limits. Safe for many threads. */
public final class Readers implements DocumentReader {
    private static final int DEEPEST = 3;

    private final Settings limits;
    private final Map<Format, FormatReader> readers = new EnumMap<>(Format.class);

    /** @param limits on each file */
    public Readers(Settings limits) {
        this(limits, Tesseract.installed());
    }

    Readers(Settings limits, @Nullable Tesseract tesseract) {
        this.limits = limits;
        readers.put(Format.PDF, new PdfReader(tesseract));
        readers.put(Format.DOCX, new WordReader());
        readers.put(Format.XLSX, new ExcelReader());
        readers.put(Format.HTML, new HtmlReader());
        readers.put(Format.EML, new MailReader());
        readers.put(Format.CSV, new CsvReader());
        readers.put(Format.MARKDOWN, new MarkdownReader());
        readers.put(Format.TEXT, new TextReader());
        readers.put(Format.DOC, new OldWordReader());
        readers.put(Format.XLS, new ExcelReader());
        readers.put(Format.PPTX, new SlidesReader());
        readers.put(Format.PPT, new SlidesReader());
        readers.put(Format.MSG, new OutlookReader());
        readers.put(Format.ODT, new OpenDocumentReader());
        readers.put(Format.ODS, new OpenDocumentReader());
        readers.put(Format.ODP, new OpenDocumentReader());
        readers.put(Format.RTF, new RtfReader());
        readers.put(Format.ZIP, new ArchiveReader());
        readers.put(Format.IMAGE, new ImageReader(tesseract));
    }

    @Override
    public Reading read(String name, byte[] bytes) throws ReadException {
        Format format = format(name, bytes);
        return reading(name, bytes, format, content(name, bytes, format));
    }

    @Override
    public Readings readAll(String name, byte[] bytes) throws ReadException {
        List<Reading> documents = new ArrayList<>();
        List<Readings.Refused> refused = new ArrayList<>();
        new Unpacking(documents, refused).add(name, bytes, 0);
        if (documents.isEmpty() && refused.isEmpty()) {
            throw new ReadException(name + " holds no file that could be read: get it again, or remove it.");
        }
        return new Readings(documents, refused);
    }

    /** Reads a file and what it encloses, to a depth, with one limit on the bytes of all. */
    private final class Unpacking {
        private final List<Reading> documents;
        private final List<Readings.Refused> refused;
        private final Set<String> names = new HashSet<>();
        private long room = limits.unpackedBytes();

        Unpacking(List<Reading> documents, List<Readings.Refused> refused) {
            this.documents = documents;
            this.refused = refused;
        }

        void add(String name, byte[] bytes, int depth) throws ReadException {
            Format format = format(name, bytes);
            Content content = content(name, bytes, format);
            boolean text =
                    content.pages().stream().anyMatch(page -> !page.text().isBlank());
            if (text || content.enclosed().isEmpty()) {
                documents.add(reading(name, bytes, format, content));
            }
            for (Enclosed inner : content.enclosed()) {
                String path = unique(name + "/" + inner.name());
                room -= inner.bytes().length;
                try {
                    if (depth == DEEPEST || room < 0) {
                        throw new ReadException(
                                ReadException.Who.LIMIT,
                                path + " lies too deep in other files, or they hold too much together:"
                                        + " add it as a file of its own.");
                    }
                    add(path, inner.bytes(), depth + 1);
                } catch (ReadException no) {
                    refused.add(new Readings.Refused(path, no.who(), String.valueOf(no.getMessage())));
                }
            }
        }

        private String unique(String path) {
            String free = path;
            for (int n = 2; !names.add(free); n++) {
                free = path + " (" + n + ")";
            }
            return free;
        }
    }

    private Format format(String name, byte[] bytes) throws ReadException {
        if (bytes.length == 0) {
            throw new ReadException(name + " is empty: get it again from where it came, or remove it.");
        }
        if (bytes.length > limits.bytes()) {
            throw new ReadException(
                    ReadException.Who.LIMIT,
                    name + " has " + (bytes.length >> 20) + " MiB, more than the limit of " + (limits.bytes() >> 20)
                            + ": split it, or raise the limit.");
        }
        return Format.of(name, Locks.opened(name, bytes, limits), limits);
    }

    private Content content(String name, byte[] bytes, Format format) throws ReadException {
        return inTime(name, () -> reader(format).read(name, Locks.opened(name, bytes, limits), limits));
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
                    ReadException.Who.LIMIT,
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
        List<Page> pages = content.pages().isEmpty() ? List.of() : bounded(content.pages(), warnings);
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
        return new Reading(document, tables, warnings, content.headings());
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
                    ReadException.Who.LIMIT,
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
