package warrant.extraction.read.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Enclosed;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.text.TextReader;
import warrant.extraction.read.web.HtmlReader;

/** Reads one e-mail: From, To, Cc, Date and Subject as lines, then the text with what it quotes. */
public final class MailReader implements FormatReader {
    private static final List<String> HEADERS = List.of("From", "To", "Cc", "Date", "Subject");
    private static final int DEEPEST = 4;

    /** What is being read. */
    private record Parts(PageText page, List<String> warnings, List<Enclosed> enclosed) {}

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(100_000)
                .setMaxHeaderCount(2_000)
                .setMaxContentLen(limits.bytes())
                .build());
        Parts parts = new Parts(new PageText("1"), new ArrayList<>(), new ArrayList<>());
        try {
            Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
            try {
                lay(message, parts, 0);
                return new Content(
                        "message/rfc822",
                        "mime4j 0.8.13/1",
                        subject(message),
                        date(header(message, "Date")),
                        List.of(parts.page().page()),
                        parts.page().tables(),
                        parts.warnings(),
                        parts.enclosed());
            } finally {
                message.dispose();
            }
        } catch (IOException broken) {
            throw new ReadException(
                    name + " is not a readable e-mail: " + broken.getMessage() + ". Save the message again.", broken);
        }
    }

    private static void lay(Message message, Parts parts, int depth) throws IOException {
        for (String header : HEADERS) {
            String value = header(message, header);
            if (!value.isEmpty()) {
                parts.page().line(header + ": " + value);
            }
        }
        parts.page().gap();
        body(message, parts, depth);
    }

    private static void body(Entity part, Parts parts, int depth) throws IOException {
        String type = part.getMimeType().toLowerCase(Locale.ROOT);
        if (depth > DEEPEST) {
            parts.warnings().add("parts nested more than " + DEEPEST + " deep were left out");
        } else if (part.getBody() instanceof Multipart multipart) {
            multipart(multipart, parts, depth);
        } else if (part.getBody() instanceof Message inner) {
            parts.page().gap();
            lay(inner, parts, depth + 1);
        } else if (isAttached(part) || !type.startsWith("text/")) {
            attached(part, type, parts);
        } else if (part.getBody() instanceof SingleBody body) {
            String text = decode(body, part.getCharset());
            if (type.equals("text/html")) {
                HtmlReader.lay(text, parts.page());
            } else {
                TextReader.lay(text, parts.page());
            }
        }
    }

    private static void multipart(Multipart multipart, Parts parts, int depth) throws IOException {
        List<Entity> members = multipart.getBodyParts();
        if (!multipart.getSubType().equalsIgnoreCase("alternative")) {
            for (Entity member : members) {
                body(member, parts, depth + 1);
            }
            return;
        }
        Entity best = members.stream()
                .filter(member -> member.getMimeType().equalsIgnoreCase("text/plain"))
                .findFirst()
                .orElse(members.isEmpty() ? null : members.getLast());
        if (best != null) {
            body(best, parts, depth + 1);
        }
    }

    private static void attached(Entity part, String type, Parts parts) throws IOException {
        String file =
                part.getFilename() == null ? "attachment " + (parts.enclosed().size() + 1) : part.getFilename();
        boolean inline = "inline".equalsIgnoreCase(part.getDispositionType()) || part.getFilename() == null;
        if (type.startsWith("image/") && inline) {
            parts.warnings().add("the picture " + file + " in the message was not read");
        } else if (part.getBody() instanceof SingleBody body) {
            parts.enclosed().add(new Enclosed(file, bytes(body)));
        }
    }

    private static boolean isAttached(Entity part) {
        return "attachment".equalsIgnoreCase(part.getDispositionType()) && !(part.getBody() instanceof Message);
    }

    private static String decode(SingleBody body, String charset) throws IOException {
        byte[] bytes = bytes(body);
        Charset known = charset != null && Charset.isSupported(charset) ? Charset.forName(charset) : null;
        boolean ascii = known == null || known.equals(StandardCharsets.US_ASCII);
        return ascii ? warrant.extraction.read.text.Charsets.decode(bytes).text() : new String(bytes, known);
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        try (InputStream in = body.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String header(Entity part, String name) {
        Field field = part.getHeader().getField(name);
        if (field == null) {
            return "";
        }
        String raw = MimeUtil.unfold(field.getBody());
        return PageText.clean(DecoderUtil.decodeEncodedWords(raw, DecodeMonitor.SILENT));
    }

    private static @Nullable String subject(Message message) {
        String subject = header(message, "Subject");
        return subject.isEmpty() ? null : subject;
    }

    /** The day in the sender's own time zone. */
    private static @Nullable LocalDate date(String header) {
        try {
            String bare = header.replaceAll("\\(.*?\\)", "").strip().replaceFirst("\\b(?:UTC|Z|UT)$", "GMT");
            return OffsetDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toLocalDate();
        } catch (DateTimeParseException unusual) {
            return null;
        }
    }
}
