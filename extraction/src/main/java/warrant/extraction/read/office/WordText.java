package warrant.extraction.read.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTMarkupRange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBrType;
import org.w3c.dom.Node;

/** The words of a paragraph with all changes accepted, and the page breaks in it. */
final class WordText {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo");
    /** Of a document that is full of changes the first are told. */
    private static final int MOST_CHANGES = 100;

    private WordText() {}

    /** @return the comments that begin in a paragraph, each as {@code [Comment by …: …]} */
    static List<String> comments(XWPFParagraph paragraph) {
        List<String> comments = new ArrayList<>();
        for (CTMarkupRange range : paragraph.getCTP().getCommentRangeStartList()) {
            XWPFComment comment =
                    paragraph.getDocument().getCommentByID(range.getId().toString());
            if (comment != null && !comment.getText().isBlank()) {
                String author =
                        comment.getAuthor() == null || comment.getAuthor().isBlank()
                                ? ""
                                : " by " + comment.getAuthor().strip();
                comments.add("[Comment" + author + ": " + comment.getText().strip() + "]");
            }
        }
        return comments;
    }

    /** @param warnings takes a warning if the paragraph has tracked changes */
    static String of(XWPFParagraph paragraph, Collection<String> warnings) {
        StringBuilder text = new StringBuilder();
        for (IRunElement element : paragraph.getIRuns()) {
            if (element instanceof XWPFRun run) {
                if (isIn(run, "del") || isIn(run, "moveFrom")) {
                    change(run, "deleted", warnings);
                } else {
                    change(run, "inserted", warnings);
                    append(run.getCTR().getDomNode(), text);
                }
            } else {
                text.append(element);
            }
        }
        return text.toString();
    }

    /** Tells of a tracked change, by whom and when, if the run is one. */
    private static void change(XWPFRun run, String what, Collection<String> warnings) {
        Node parent = run.getCTR().getDomNode().getParentNode();
        boolean tracked = CHANGES.contains(String.valueOf(parent.getLocalName()));
        if (tracked && warnings.size() < MOST_CHANGES) {
            StringBuilder words = new StringBuilder();
            append(run.getCTR().getDomNode(), words);
            warnings.add("tracked changes were read as accepted");
            warnings.add(what + by(parent) + ": “" + words.toString().strip() + "”");
        }
    }

    private static String by(Node change) {
        Node author = change.getAttributes().getNamedItemNS(NAMESPACE, "author");
        Node date = change.getAttributes().getNamedItemNS(NAMESPACE, "date");
        return (author == null ? "" : " by " + author.getNodeValue())
                + (date == null ? "" : " on " + date.getNodeValue().split("T")[0]);
    }

    private static void append(Node run, StringBuilder text) {
        for (Node child = run.getFirstChild(); child != null; child = child.getNextSibling()) {
            String name = child.getLocalName() == null ? "" : child.getLocalName();
            switch (name) {
                case "t", "delText" -> words(child, text);
                case "tab", "ptab" -> text.append(' ');
                case "br", "cr" -> text.append(isPageBreak(child) ? " " : "\n");
                case "noBreakHyphen" -> text.append('-');
                default -> {}
            }
        }
    }

    private static void words(Node element, StringBuilder text) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child.getNodeValue() == null ? "" : child.getNodeValue());
        }
    }

    private static boolean isIn(XWPFRun run, String element) {
        Node parent = run.getCTR().getDomNode().getParentNode();
        return parent != null && element.equals(parent.getLocalName());
    }

    private static boolean isPageBreak(Node node) {
        boolean rendered = "lastRenderedPageBreak".equals(node.getLocalName());
        Node type = node.getAttributes() == null ? null : node.getAttributes().getNamedItemNS(NAMESPACE, "type");
        return rendered || (type != null && STBrType.PAGE.toString().equals(type.getNodeValue()));
    }

    /** Pages that end before the first word of a paragraph, and those that end in it or after it. */
    record Breaks(int before, int after) {}

    static Breaks breaks(XWPFParagraph paragraph) {
        int before = paragraph.isPageBreak() ? 1 : 0;
        int after = 0;
        boolean words = false;
        for (XWPFRun run : paragraph.getRuns()) {
            Node first = run.getCTR().getDomNode().getFirstChild();
            for (Node child = first; child != null; child = child.getNextSibling()) {
                words |= "t".equals(child.getLocalName());
                if (isPageBreak(child)) {
                    before += words ? 0 : 1;
                    after += words ? 1 : 0;
                }
            }
        }
        return new Breaks(Math.min(before, 1), after);
    }
}
