package warrant.extraction.read.office;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The strings that the cells of a workbook share (ISO/IEC 29500-1, 18.4); only those that are asked for are kept. */
final class SharedStrings {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private SharedStrings() {}

    /**
     * @param wanted their numbers
     * @param room for so many characters of all; strings beyond it are missing
     */
    static Map<Integer, String> read(InputStream table, BitSet wanted, long room) throws XMLStreamException {
        Map<Integer, String> strings = new HashMap<>();
        XMLStreamReader xml = SafeXml.factory().createXMLStreamReader(table);
        long left = room;
        int number = -1;
        int last = wanted.length() - 1;
        StringBuilder text = new StringBuilder();
        while (number <= last && left > 0 && xml.hasNext()) {
            int event = xml.next();
            String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamConstants.START_ELEMENT && name.equals("si")) {
                number++;
                text.setLength(0);
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("t")) {
                SheetParser.text(xml, text);
            } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("rPh")) {
                SheetParser.skip(xml, name);
            } else if (name.equals("si") && wanted.get(number)) {
                strings.put(number, decoded(text.toString()));
                left -= text.length();
            }
        }
        return strings;
    }

    /** @return the text with {@code _x000D_} and the like as the characters they stand for */
    static String decoded(String text) {
        return text.indexOf('_') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
