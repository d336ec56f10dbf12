package warrant.extraction.read.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.image.Tesseract;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.graph.Page;

/** Reads the text of PDF files. */
public final class PdfReader implements FormatReader {
    private static final String READER = "pdfbox 3.0.8/3";
    private static final long MEMORY = 64L << 20;

    private final @Nullable Tesseract tesseract;

    /** @param tesseract recognises the text of pages that have none; null where none is installed */
    public PdfReader(@Nullable Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        try (PDDocument pdf = open(bytes, limits.passwords())) {
            return content(name, pdf, limits);
        } catch (InvalidPasswordException locked) {
            throw new ReadException(
                    name
                            + " is protected by a password that is not known here: ask its owner for a copy without one, or"
                            + " write the password into passwords.txt beside matter.yaml.",
                    locked);
        } catch (IOException | RuntimeException broken) { // PDFBox throws unchecked exceptions on broken objects
            String why = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
            throw new ReadException(
                    name + " is a damaged or cut-off PDF file (" + why + "): get it again from where it came.", broken);
        }
    }

    /** The last password that is tried decides what is thrown. */
    static PDDocument open(byte[] bytes, List<String> passwords) throws IOException {
        List<String> all = new ArrayList<>(passwords);
        all.addFirst("");
        IOException refused = new IOException("it cannot be opened");
        for (String password : all) {
            try {
                var cache = MemoryUsageSetting.setupMixed(MEMORY).streamCache;
                return Loader.loadPDF(bytes, password, null, null, cache);
            } catch (InvalidPasswordException wrong) {
                refused = wrong;
            }
        }
        throw refused;
    }

    private Content content(String name, PDDocument pdf, Settings limits) throws IOException, ReadException {
        List<String> warnings = new ArrayList<>();
        int count = pdf.getNumberOfPages();
        int last = Math.min(count, limits.pages());
        if (last < count) {
            warnings.add("only the first " + last + " of " + count + " pages were read");
        }
        List<Line> lines = RunningHeads.without(Rows.levelled(LineStripper.lines(pdf, last)));
        List<Extras.Block> extras = Extras.of(pdf, last);
        Scans scans = new Scans(pdf, tesseract, limits.deadline());
        if (lines.isEmpty() && extras.isEmpty() && tesseract == null) {
            throw noText(name);
        }
        List<Page> pages = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        Paragraphs paragraphs = new Paragraphs(lines);
        for (int i = 1; i <= last; i++) {
            PageText page = new PageText(String.valueOf(i));
            int number = i;
            PdfTables.lay(paragraphs.on(number), paragraphs, page);
            if (page.length() == 0) {
                scans.lay(number, page);
            }
            extras.stream().filter(extra -> extra.page() == number).forEach(extra -> page.line(extra.text()));
            pages.add(page.page());
            tables.addAll(page.tables());
        }
        warnBlank(pages, warnings);
        warnings.addAll(scans.warnings());
        return new Content(
                "application/pdf",
                READER,
                title(lines),
                null,
                pages,
                tables,
                warnings,
                Extras.attached(pdf, limits),
                Outlines.of(pdf, last));
    }

    private static ReadException noText(String name) {
        return new ReadException(
                ReadException.Who.UPSTREAM,
                name + " holds no text, only images or nothing, and no Tesseract is installed: " + Tesseract.CURE
                        + ".");
    }

    private void warnBlank(List<Page> pages, List<String> warnings) {
        String blank = pages.stream()
                .filter(page -> page.text().isEmpty())
                .map(Page::label)
                .collect(Collectors.joining(", "));
        if (!blank.isEmpty()) {
            warnings.add("no text on page " + blank
                    + (tesseract == null ? ": perhaps images, for which no Tesseract is installed" : ""));
        }
    }

    /** The largest line of the first page, with those of its size that follow it, if larger than the text. */
    private static @Nullable String title(List<Line> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        List<Line> first = lines.stream()
                .filter(line -> line.page() == lines.getFirst().page())
                .toList();
        Line largest =
                first.stream().max(Comparator.comparingDouble(Line::size)).orElseThrow();
        List<Float> sizes = lines.stream().map(Line::size).sorted().toList();
        if (largest.size() < sizes.get(sizes.size() / 2) + 1) {
            return null;
        }
        int from = first.indexOf(largest);
        StringBuilder title = new StringBuilder();
        for (int i = from; i < Math.min(first.size(), from + 3); i++) {
            if (Math.abs(first.get(i).size() - largest.size()) > 0.1f) {
                break;
            }
            title.append(' ').append(first.get(i).text());
        }
        String clean = PageText.clean(title.toString());
        return clean.length() > 200 ? null : clean;
    }
}
