package warrant.extraction.read.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import warrant.extraction.read.Files;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;

class CommentsTest {
    private final Readers readers = new Readers(Settings.DEFAULT);

    @Test
    void comments_stand_after_their_paragraph_with_their_author() throws Exception {
        XWPFDocument word = new XWPFDocument();
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.createRun().setText("The rent is due on the first.");
        XWPFComment comment = word.createComments().createComment(BigInteger.ZERO);
        comment.setAuthor("Ada Byron");
        comment.createParagraph().createRun().setText("Why not the third?");
        paragraph.getCTP().addNewCommentRangeStart().setId(BigInteger.ZERO);
        word.createParagraph().createRun().setText("Nothing else is said.");

        Reading reading = readers.read("lease.docx", Files.bytes(word));

        assertThat(reading.document().pages().getFirst().text())
                .isEqualTo("The rent is due on the first.\n[Comment by Ada Byron: Why not the third?]\n"
                        + "Nothing else is said.");
    }

    @Test
    void tracked_changes_are_read_as_accepted_and_told_one_by_one() throws Exception {
        XWPFDocument word = new XWPFDocument();
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.createRun().setText("Payment is due within ");
        CTRunTrackChange deleted = paragraph.getCTP().addNewDel();
        deleted.setAuthor("Ada");
        deleted.addNewR().addNewDelText().setStringValue("thirty");
        CTRunTrackChange inserted = paragraph.getCTP().addNewIns();
        inserted.setAuthor("Ben");
        inserted.addNewR().addNewT().setStringValue("forty");
        XWPFDocument opened = new XWPFDocument(new java.io.ByteArrayInputStream(Files.bytes(word)));

        Reading reading = readers.read("lease.docx", Files.bytes(opened));

        assertThat(reading.document().pages().getFirst().text()).isEqualTo("Payment is due within forty");
        assertThat(reading.warnings()).contains("deleted by Ada: “thirty”", "inserted by Ben: “forty”");
    }
}
