package warrant.extraction.read.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Enclosed;
import warrant.extraction.read.page.PageText;

/** What a PDF file holds beside the text of its pages: filled-in fields, notes, files attached. */
final class Extras {
    private static final int MOST = 1_000;
    private static final int DEEPEST = 8;

    private Extras() {}

    /** A line to be added at the end of a page. */
    record Block(int page, String text) {}

    static List<Block> of(PDDocument pdf, int last) throws IOException {
        List<Block> blocks = new ArrayList<>();
        IdentityHashMap<COSDictionary, Integer> pages = new IdentityHashMap<>();
        for (int i = 1; i <= last; i++) {
            var page = pdf.getPage(i - 1);
            for (PDAnnotation annotation : page.getAnnotations()) {
                pages.put(annotation.getCOSObject(), i);
                note(annotation, i, blocks);
            }
        }
        fields(pdf, pages, blocks);
        return blocks.subList(0, Math.min(blocks.size(), MOST));
    }

    /** Notes of people on the page; links, fields and what only marks text have none. */
    private static void note(PDAnnotation annotation, int page, List<Block> blocks) {
        String contents = annotation.getContents() == null ? "" : PageText.clean(annotation.getContents());
        boolean written = List.of(
                        "Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Stamp", "Caret")
                .contains(String.valueOf(annotation.getSubtype()));
        if (written && !contents.isEmpty()) {
            String author = annotation.getCOSObject().getString("T");
            blocks.add(new Block(page, "[Note" + (author == null ? "" : " by " + author) + ": " + contents + "]"));
        }
    }

    private static void fields(PDDocument pdf, IdentityHashMap<COSDictionary, Integer> pages, List<Block> blocks) {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return;
        }
        for (PDField field : form.getFieldTree()) {
            String value =
                    field instanceof PDTerminalField ? PageText.clean(String.valueOf(field.getValueAsString())) : "";
            boolean filled = !value.isEmpty() && !value.equals("Off") && !value.equals("null");
            if (filled && blocks.size() < MOST) {
                String label = field.getAlternateFieldName() == null
                        ? field.getFullyQualifiedName()
                        : field.getAlternateFieldName();
                int page = field.getWidgets().stream()
                        .map(PDAnnotationWidget::getCOSObject)
                        .map(widget -> pages.getOrDefault(widget, 1))
                        .findFirst()
                        .orElse(1);
                blocks.add(new Block(page, label + ": " + value));
            }
        }
    }

    static List<Enclosed> attached(PDDocument pdf, Settings limits) throws IOException {
        PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> files = new TreeMap<>();
        collect(tree, files, 0);
        List<Enclosed> enclosed = new ArrayList<>();
        for (Map.Entry<String, PDComplexFileSpecification> file : files.entrySet()) {
            PDEmbeddedFile embedded = file.getValue().getEmbeddedFile();
            if (embedded != null && enclosed.size() < MOST) {
                try (var in = embedded.createInputStream()) {
                    byte[] bytes = in.readNBytes((int) Math.min(limits.bytes() + 1, Integer.MAX_VALUE - 8));
                    String name = file.getValue().getFilename();
                    enclosed.add(new Enclosed(name == null ? file.getKey() : name.replaceAll(".*[/\\\\]", ""), bytes));
                }
            }
        }
        return enclosed;
    }

    private static void collect(
            @Nullable PDNameTreeNode<PDComplexFileSpecification> node,
            Map<String, PDComplexFileSpecification> files,
            int depth)
            throws IOException {
        if (node == null || depth > DEEPEST) {
            return;
        }
        if (node.getNames() != null) {
            files.putAll(node.getNames());
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, files, depth + 1);
            }
        }
    }
}
