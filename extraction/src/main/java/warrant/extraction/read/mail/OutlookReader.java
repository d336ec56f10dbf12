package warrant.extraction.read.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Enclosed;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.text.TextReader;
import warrant.extraction.read.web.HtmlReader;

/** Reads one message of Outlook, as {@link MailReader} reads an e-mail. */
public final class OutlookReader implements FormatReader {
    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(bytes))) {
            message.setReturnNullOnMissingChunk(true);
            PageText page = new PageText("1");
            LocalDate date = date(message);
            header(page, "From", message.getDisplayFrom());
            header(page, "To", message.getDisplayTo());
            header(page, "Cc", message.getDisplayCC());
            header(page, "Date", date == null ? null : date.toString());
            header(page, "Subject", message.getSubject());
            page.gap();
            body(message, page);
            List<String> warnings = new ArrayList<>();
            return new Content(
                    "application/vnd.ms-outlook",
                    "poi 5.5.1/1",
                    message.getSubject(),
                    date,
                    List.of(page.page()),
                    page.tables(),
                    warnings,
                    attached(message, warnings));
        } catch (IOException | ChunkNotFoundException | RuntimeException broken) { // POI's on broken files
            throw new ReadException(
                    name + " is not a readable message of Outlook: " + broken.getMessage() + ". Save it again.",
                    broken);
        }
    }

    private static void header(PageText page, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            page.line(label + ": " + value);
        }
    }

    private static void body(MAPIMessage message, PageText page) throws ChunkNotFoundException {
        String text = message.getTextBody();
        String html = message.getHtmlBody();
        if (text != null && !text.isBlank()) {
            TextReader.lay(text, page);
        } else if (html != null) {
            HtmlReader.lay(html, page);
        }
    }

    private static @Nullable LocalDate date(MAPIMessage message) throws ChunkNotFoundException {
        Calendar sent = message.getMessageDate();
        ZoneId zone = sent == null ? null : sent.getTimeZone().toZoneId();
        return sent == null || zone == null ? null : LocalDate.ofInstant(sent.toInstant(), zone);
    }

    private static List<Enclosed> attached(MAPIMessage message, List<String> warnings) {
        List<Enclosed> enclosed = new ArrayList<>();
        for (AttachmentChunks chunks : message.getAttachmentFiles()) {
            String named = chunks.getAttachLongFileName() == null
                    ? ""
                    : chunks.getAttachLongFileName().getValue();
            String file = named.isBlank() ? "attachment " + (enclosed.size() + 1) : named;
            byte[] data = chunks.getEmbeddedAttachmentObject();
            if (data == null) {
                warnings.add("the attachment " + file + " was not read: it is a message or object inside the message");
            } else {
                enclosed.add(new Enclosed(file, data));
            }
        }
        return enclosed;
    }
}
