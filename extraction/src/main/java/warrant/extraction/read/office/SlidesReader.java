package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Notes;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TableCell;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.graph.Page;

/** Reads presentations, old and new: a page a slide, its shapes from top to bottom, its notes last. */
public final class SlidesReader implements FormatReader {
    private static final double LINE = 12;

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        List<String> warnings = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        try (SlideShow<?, ?> show = open(bytes)) {
            String title = null;
            for (Slide<?, ?> slide : show.getSlides()) {
                if (pages.size() == limits.pages()) {
                    warnings.add("only the first " + limits.pages() + " slides were read");
                    break;
                }
                if (slide.isHidden()) {
                    warnings.add("slide " + (pages.size() + 1) + " is hidden in the file, but was read");
                }
                PageText page = new PageText(String.valueOf(pages.size() + 1));
                title = title == null ? clean(slide.getTitle()) : title;
                shapes(slide.getShapes(), clean(slide.getTitle()), page);
                notes(slide.getNotes(), page);
                pages.add(page.page());
                tables.addAll(page.tables());
            }
            return new Content(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "poi 5.5.1/1",
                    title,
                    null,
                    pages,
                    tables,
                    warnings);
        } catch (IOException | RuntimeException broken) { // POI throws unchecked exceptions on broken files
            throw Packages.damaged(name, broken);
        }
    }

    private static SlideShow<?, ?> open(byte[] bytes) throws IOException {
        boolean old = FileMagic.valueOf(bytes) == FileMagic.OLE2;
        return old
                ? new HSLFSlideShow(new ByteArrayInputStream(bytes))
                : new XMLSlideShow(new ByteArrayInputStream(bytes));
    }

    private static void shapes(Iterable<? extends Shape<?, ?>> shapes, @Nullable String title, PageText page) {
        List<Shape<?, ?>> sorted = new ArrayList<>();
        shapes.forEach(sorted::add);
        sorted.sort(Comparator.comparingDouble((Shape<?, ?> shape) -> Math.round(top(shape) / LINE))
                .thenComparingDouble(SlidesReader::left));
        for (Shape<?, ?> shape : sorted) {
            switch (shape) {
                case TableShape<?, ?> table -> table(table, title, page);
                case GroupShape<?, ?> group -> shapes(group.getShapes(), title, page);
                case TextShape<?, ?> text -> text(text, page);
                default -> page.gap();
            }
        }
    }

    private static double top(Shape<?, ?> shape) {
        return shape.getAnchor() == null ? 0 : shape.getAnchor().getY();
    }

    private static double left(Shape<?, ?> shape) {
        return shape.getAnchor() == null ? 0 : shape.getAnchor().getX();
    }

    private static void text(TextShape<?, ?> shape, PageText page) {
        for (TextParagraph<?, ?, ?> paragraph : shape.getTextParagraphs()) {
            page.line(words(paragraph));
        }
        page.gap();
    }

    private static String words(TextParagraph<?, ?, ?> paragraph) {
        StringBuilder words = new StringBuilder();
        for (TextRun run : paragraph.getTextRuns()) {
            words.append(run.getRawText());
        }
        return words.toString();
    }

    private static void table(TableShape<?, ?> table, @Nullable String title, PageText page) {
        List<List<Field>> grid = new ArrayList<>();
        for (int r = 0; r < table.getNumberOfRows(); r++) {
            List<Field> row = new ArrayList<>();
            for (int c = 0; c < table.getNumberOfColumns(); c++) {
                TableCell<?, ?> cell = table.getCell(r, c);
                String text = cell == null ? "" : cell.getText();
                row.add(new Field(Field.letters(c) + (r + 1), r, c, text == null ? "" : text));
            }
            grid.add(row);
        }
        page.table(title == null ? "" : title, grid);
        page.gap();
    }

    private static void notes(@Nullable Notes<?, ?> notes, PageText page) {
        if (notes == null) {
            return;
        }
        page.gap();
        for (List<? extends TextParagraph<?, ?, ?>> block : notes.getTextParagraphs()) {
            for (TextParagraph<?, ?, ?> paragraph : block) {
                String words = PageText.clean(words(paragraph));
                boolean number = words.matches("\\d*|<#>|‹#›");
                if (!number) {
                    page.line(words);
                }
            }
        }
    }

    private static @Nullable String clean(@Nullable String title) {
        String clean = title == null ? "" : PageText.clean(title);
        return clean.isEmpty() ? null : clean;
    }
}
