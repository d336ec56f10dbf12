package warrant.extraction.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Writes files for tests to read. */
public final class Files {
    private Files() {}

    /** A PDF whose pages hold these lines, the first line of the first page in a larger size. */
    public static byte[] pdf(List<List<String>> pages, String password) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDType1Font font = new PDType1Font(FontName.HELVETICA);
            boolean first = true;
            for (List<String> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    float y = 780;
                    for (String line : lines) {
                        content.beginText();
                        content.setFont(font, first ? 18 : 11);
                        content.newLineAtOffset(72, y);
                        content.showText(line);
                        content.endText();
                        y -= line.isEmpty() ? 8 : first ? 30 : 14;
                        first = false;
                    }
                }
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** A Word document under construction. */
    public static byte[] bytes(XWPFDocument word) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.write(out);
            word.close();
            return out.toByteArray();
        }
    }

    /** Adds a list numbered {@code 1.}, {@code 1.1}, {@code (a)} and returns its number. */
    public static BigInteger legalList(XWPFDocument word) {
        CTAbstractNum shape = CTAbstractNum.Factory.newInstance();
        shape.setAbstractNumId(BigInteger.valueOf(7));
        level(shape, 0, "%1.", STNumberFormat.DECIMAL);
        level(shape, 1, "%1.%2", STNumberFormat.DECIMAL);
        level(shape, 2, "(%3)", STNumberFormat.LOWER_LETTER);
        BigInteger id = word.createNumbering().addAbstractNum(new XWPFAbstractNum(shape));
        return word.getNumbering().addNum(id);
    }

    private static void level(CTAbstractNum shape, int level, String text, STNumberFormat.Enum format) {
        CTLvl added = shape.addNewLvl();
        added.setIlvl(BigInteger.valueOf(level));
        added.addNewStart().setVal(BigInteger.ONE);
        added.addNewNumFmt().setVal(format);
        added.addNewLvlText().setVal(text);
    }
}
