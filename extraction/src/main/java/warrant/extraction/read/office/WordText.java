package warrant.extraction.read.office;

import java.util.Collection;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBrType;
import org.w3c.dom.Node;

/** The words of a paragraph with all changes accepted, and the page breaks in it. */
final class WordText {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordText() {}

    /** @param warnings takes a warning if the paragraph has tracked changes */
    static String of(XWPFParagraph paragraph, Collection<String> warnings) {
        StringBuilder text = new StringBuilder();
        for (IRunElement element : paragraph.getIRuns()) {
            if (element instanceof XWPFRun run) {
                if (isIn(run, "del") || isIn(run, "moveFrom")) {
                    warnings.add("tracked changes were read as accepted");
                } else {
                    append(run.getCTR().getDomNode(), text);
                }
            } else {
                text.append(element);
            }
        }
        return text.toString();
    }

    private static void append(Node run, StringBuilder text) {
        for (Node child = run.getFirstChild(); child != null; child = child.getNextSibling()) {
            String name = child.getLocalName() == null ? "" : child.getLocalName();
            switch (name) {
                case "t" -> words(child, text);
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
