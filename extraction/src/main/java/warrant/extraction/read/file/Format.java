package warrant.extraction.read.file;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.office.Packages;
import warrant.extraction.read.text.Charsets;
import warrant.extraction.read.text.CsvReader;

/** The formats that are read, told by their bytes. */
enum Format {
    PDF("a PDF file", "pdf"),
    DOCX("a Word document", "docx docm"),
    XLSX("an Excel workbook", "xlsx xlsm"),
    HTML("a web page", "html htm xhtml"),
    EML("an e-mail", "eml"),
    CSV("comma-separated values", "csv tsv"),
    MARKDOWN("Markdown", "md markdown"),
    TEXT("plain text", "txt text log"),
    DOC("a Word document of before 2007", "doc dot"),
    XLS("an Excel workbook of before 2007", "xls xlt"),
    PPTX("a presentation", "pptx pptm ppsx"),
    PPT("a presentation of before 2007", "ppt pps"),
    MSG("a message of Outlook", "msg"),
    ODT("a text of OpenDocument", "odt ott"),
    ODS("a sheet of OpenDocument", "ods ots"),
    ODP("a presentation of OpenDocument", "odp otp"),
    RTF("Rich Text Format", "rtf"),
    ZIP("a zip archive", "zip"),
    IMAGE("an image", "png jpg jpeg tif tiff gif bmp");

    private static final int HEAD = 8_192;
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "^(?:From|To|Cc|Subject|Date|Received|Message-ID|MIME-Version|Return-Path|Delivered-To"
                    + "|Reply-To|Content-Type|X-[\\w-]+): .*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_START = Pattern.compile(
            "^(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String description;
    /** Endings of names, each between blanks. */
    private final String endings;

    Format(String description, String endings) {
        this.description = description;
        this.endings = " " + endings + " ";
    }

    String description() {
        return description;
    }

    /** @return whether the name ends as files of this format do, or in no way that this enum knows */
    boolean agreesWith(String name) {
        boolean foreign = List.of(values()).stream().noneMatch(format -> format.endsLike(name));
        boolean prose = this == TEXT || this == MARKDOWN || this == CSV;
        return endsLike(name) || (foreign && prose);
    }

    private boolean endsLike(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return endings.contains(" " + ending + " ");
    }

    static Format of(String name, byte[] bytes, Settings limits) throws ReadException {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), java.nio.charset.StandardCharsets.ISO_8859_1);
        int pdf = head.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1_024) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return packed(name, bytes, limits);
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return compound(name, bytes);
        }
        if (head.startsWith("{\\rtf")) {
            return RTF;
        }
        return isImage(head) ? IMAGE : text(name, bytes, head);
    }

    private static Format packed(String name, byte[] bytes, Settings limits) throws ReadException {
        List<String> members = Packages.members(name, bytes, limits);
        if (members.contains("word/document.xml")) {
            return DOCX;
        }
        if (members.contains("xl/workbook.xml")) {
            return XLSX;
        }
        if (members.contains("ppt/presentation.xml")) {
            return PPTX;
        }
        if (members.contains("content.xml") && members.contains("mimetype")) {
            return openDocument(name, bytes);
        }
        return ZIP;
    }

    /** OpenDocument's first member holds its type, not packed. */
    private static Format openDocument(String name, byte[] bytes) throws ReadException {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (head.contains("opendocument.text")) {
            return ODT;
        }
        if (head.contains("opendocument.spreadsheet")) {
            return ODS;
        }
        if (head.contains("opendocument.presentation")) {
            return ODP;
        }
        throw new ReadException(name + " is an OpenDocument file that is neither text, sheet nor presentation:"
                + " save it as PDF and add that.");
    }

    private static Format compound(String name, byte[] bytes) throws ReadException {
        try (POIFSFileSystem files = new POIFSFileSystem(new java.io.ByteArrayInputStream(bytes))) {
            var root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new ReadException(name + " is protected by a password that is not known here: ask its owner for a"
                        + " copy without one, or write its password into passwords.txt.");
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return DOC;
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return XLS;
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                return PPT;
            }
            if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
                return MSG;
            }
        } catch (java.io.IOException | RuntimeException broken) { // POI throws unchecked exceptions on broken files
            throw new ReadException(
                    name + " is a damaged or cut-off Office file: get it again from where it came.", broken);
        }
        throw new ReadException(name + " is a file of an older program that is not read: save it as PDF and add that.");
    }

    private static boolean isImage(String head) {
        return head.startsWith("\u0089PNG")
                || head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("GIF8")
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*");
    }

    private static Format text(String name, byte[] bytes, String head) throws ReadException {
        String text = Charsets.decode(bytes.length > HEAD * 8 ? java.util.Arrays.copyOf(bytes, HEAD * 8) : bytes)
                .text();
        long odd = text.chars()
                .limit(HEAD)
                .filter(c -> c == 0 || c == 0xFFFD || (c < ' ' && "\t\n\r\f\u001b".indexOf(c) < 0))
                .count();
        if (odd * 50 > Math.min(text.length(), HEAD)) {
            throw new ReadException(name
                    + " is neither text nor a format that is read (see docs/formats.md): convert it to one of these.");
        }
        String start = text.stripLeading();
        if (HTML_START.matcher(start).matches()) {
            return HTML;
        }
        long headers = head.lines()
                .takeWhile(line -> !line.isBlank())
                .filter(MAIL_HEADER.asMatchPredicate())
                .count();
        boolean letter = MARKDOWN.endsLike(name) || TEXT.endsLike(name);
        if (headers >= 2 && (EML.endsLike(name) || (!letter && headers >= 3) || head.contains("\nMIME-Version:"))) {
            return EML;
        }
        if (HTML.endsLike(name) && start.contains("</")) {
            return HTML;
        }
        if (MARKDOWN.endsLike(name)) {
            return MARKDOWN;
        }
        boolean tabular = CSV.endsLike(name);
        return tabular && CsvReader.looksTabular(text) ? CSV : TEXT;
    }
}
