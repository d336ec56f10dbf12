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
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.graph.Page;

/** Reads the text of PDF files. */
public final class PdfReader implements FormatReader {
    private static final String READER = "pdfbox 3.0.8/2";
    private static final long MEMORY = 64L << 20;

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        var cache = MemoryUsageSetting.setupMixed(MEMORY).streamCache;
        try (PDDocument pdf = Loader.loadPDF(bytes, "", null, null, cache)) {
            return content(name, pdf, limits);
        } catch (InvalidPasswordException locked) {
            throw new ReadException(
                    name + " is protected by a password: ask its owner for a copy without one.", locked);
        } catch (IOException | RuntimeException broken) { // PDFBox throws unchecked exceptions on broken objects
            String why = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
            throw new ReadException(
                    name + " is a damaged or cut-off PDF file (" + why + "): get it again from where it came.", broken);
        }
    }

    private static Content content(String name, PDDocument pdf, Settings limits) throws IOException, ReadException {
        List<String> warnings = new ArrayList<>();
        int count = pdf.getNumberOfPages();
        int last = Math.min(count, limits.pages());
        if (last < count) {
            warnings.add("only the first " + last + " of " + count + " pages were read");
        }
        List<Line> lines = RunningHeads.without(Rows.levelled(LineStripper.lines(pdf, last)));
        if (lines.isEmpty()) {
            throw new ReadException(
                    name + " holds no text, only images or nothing: have its text recognised (OCR) and add that file.");
        }
        List<Page> pages = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        Paragraphs paragraphs = new Paragraphs(lines);
        for (int i = 1; i <= last; i++) {
            PageText page = new PageText(String.valueOf(i));
            int number = i;
            PdfTables.lay(lines.stream().filter(line -> line.page() == number).toList(), paragraphs, page);
            pages.add(page.page());
            tables.addAll(page.tables());
        }
        String blank = pages.stream()
                .filter(page -> page.text().isEmpty())
                .map(Page::label)
                .collect(Collectors.joining(", "));
        if (!blank.isEmpty()) {
            warnings.add("no text on page " + blank + ": perhaps images, which are not read");
        }
        return new Content("application/pdf", READER, title(lines), null, pages, tables, warnings);
    }

    /** The largest line of the first page, with those of its size that follow it, if larger than the text. */
    private static @Nullable String title(List<Line> lines) {
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
