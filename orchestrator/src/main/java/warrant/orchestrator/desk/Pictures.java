package warrant.orchestrator.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.pdf.PagePicture;
import warrant.extraction.read.process.PictureProcess;
import warrant.graph.Document;
import warrant.graph.Origin;
import warrant.graph.Quotation;
import warrant.graph.Statement;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.config.ClassPath;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;

/** Draws the page that a statement is quoted from, with the quotation highlighted. */
public final class Pictures {
    private static final String PDF = "application/pdf";

    private final OpenMatter matter;

    public Pictures(OpenMatter matter) {
        this.matter = matter;
    }

    /**
     * @param number of the quotation among those of the statement's supports, from 0 on
     * @throws OwnerException if it has none, or not from a PDF file or picture that still is as it was read
     */
    public PagePicture.Drawn of(Statement statement, int number) {
        List<Quotation> quotations = statement.supports().stream()
                .filter(support -> support.origin() instanceof Origin.Extracted)
                .flatMap(support -> ((Origin.Extracted) support.origin()).evidence().stream())
                .toList();
        if (number < 0 || number >= quotations.size()) {
            throw new OwnerException(
                    Who.USER, "the statement has " + quotations.size() + " quotations, counted from 0; not " + number);
        }
        Quotation quotation = quotations.get(number);
        Document document = matter.store()
                .document(quotation.span().document())
                .orElseThrow(() -> new OwnerException(Who.USER, "its document is no longer there"));
        if (!document.mediaType().equals(PDF)) {
            throw new OwnerException(
                    Who.USER, document.name() + " is no PDF file: it has no pages that could be drawn");
        }
        return draw(document, quotation, bytes(document));
    }

    private PagePicture.Drawn draw(Document document, Quotation quotation, byte[] bytes) {
        String page = quotation.span().page();
        String text = document.page(page).orElseThrow().text();
        int earlier = PagePicture.earlier(text, quotation.span().begin(), quotation.text());
        try {
            return PictureProcess.draw(
                    ClassPath.own(),
                    document.name(),
                    bytes,
                    new PictureProcess.Wanted(
                            Integer.parseInt(page),
                            quotation.text(),
                            earlier,
                            matter.folder().passwords()));
        } catch (ReadException e) {
            throw new OwnerException(Who.LIMIT, String.valueOf(e.getMessage()), e);
        }
    }

    private byte[] bytes(Document document) {
        Path file = matter.folder().place(document.name());
        try {
            if (!Files.isRegularFile(file)) {
                throw new OwnerException(
                        Who.USER, document.name() + " lies in another file, or is gone: it cannot be drawn");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (!Hashes.ofBytes(bytes).equals(document.hash())) {
                throw new OwnerException(Who.USER, document.name() + " has changed since it was read; ingest it again");
            }
            return bytes;
        } catch (IOException e) {
            throw new OwnerException(Who.USER, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
