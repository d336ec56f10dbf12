package warrant.extraction.read.text;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.graph.Page;

/** Reads Rich Text Format: paragraphs, tables, page breaks; footnotes where they stand. */
public final class RtfReader implements FormatReader {
    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        Listener listener = new Listener();
        try {
            new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(bytes)), listener);
        } catch (IOException | RuntimeException broken) { // the parser throws unchecked exceptions on broken files
            throw new ReadException(
                    name + " is a damaged or cut-off RTF file (" + broken.getMessage()
                            + "): get it again from where it came.",
                    broken);
        }
        listener.turn();
        List<warrant.extraction.read.Table> tables =
                listener.pages.stream().flatMap(page -> page.tables().stream()).toList();
        List<Page> pages = listener.pages.stream().map(PageText::page).toList();
        return new Content("application/rtf", "rtfparserkit 1.16.0/1", null, null, pages, tables, List.of());
    }

    /** Writes down what a reader would see. */
    private static final class Listener extends RtfListenerAdaptor {
        /** Groups that hold no text of the document. */
        private static final Set<Command> ASIDE = Set.of(
                Command.fonttbl,
                Command.colortbl,
                Command.stylesheet,
                Command.info,
                Command.pict,
                Command.object,
                Command.header,
                Command.headerl,
                Command.headerr,
                Command.headerf,
                Command.footer,
                Command.footerl,
                Command.footerr,
                Command.footerf,
                Command.annotation,
                Command.fldinst,
                Command.themedata,
                Command.datastore,
                Command.xmlnstbl,
                Command.bkmkstart,
                Command.bkmkend);

        private final List<PageText> pages = new ArrayList<>(List.of(new PageText("1")));
        private final StringBuilder text = new StringBuilder();
        private final List<List<Field>> grid = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private final Deque<Boolean> aside = new ArrayDeque<>(List.of(false));
        private String heading = "";
        private boolean inTable;

        @Override
        public void processGroupStart() {
            aside.push(aside.element());
        }

        @Override
        public void processGroupEnd() {
            if (aside.size() > 1) {
                aside.pop();
            }
        }

        @Override
        public void processString(String string) {
            if (!aside.element()) {
                text.append(string);
            }
        }

        @Override
        public void processCommand(Command command, int parameter, boolean has, boolean optional) {
            if (optional || command == Command.optionalcommand || ASIDE.contains(command)) {
                aside.pop();
                aside.push(true);
            }
            if (aside.element()) {
                return;
            }
            switch (command) {
                case par, line, sect -> paragraph();
                case page -> {
                    paragraph();
                    turn();
                }
                case cell, nestcell -> cell();
                case row, nestrow -> row();
                case tab -> text.append(' ');
                case intbl -> inTable = true;
                case pard -> inTable = false;
                default -> {}
            }
        }

        private void paragraph() {
            if (inTable) {
                text.append('\n');
                return;
            }
            table();
            String line = PageText.clean(text.toString());
            text.setLength(0);
            if (line.isEmpty()) {
                pages.getLast().gap();
            } else {
                pages.getLast().line(line);
                heading = line.length() <= 100 ? line : "";
            }
        }

        private void cell() {
            cells.add(PageText.clean(text.toString()));
            text.setLength(0);
        }

        private void row() {
            List<Field> fields = new ArrayList<>();
            for (int c = 0; c < cells.size(); c++) {
                fields.add(new Field(Field.letters(c) + (grid.size() + 1), grid.size(), c, cells.get(c)));
            }
            cells.clear();
            if (!fields.isEmpty()) {
                grid.add(fields);
            }
        }

        private void table() {
            if (!grid.isEmpty()) {
                pages.getLast().gap();
                pages.getLast().table(heading, List.copyOf(grid));
                pages.getLast().gap();
                grid.clear();
            }
        }

        private void turn() {
            inTable = false;
            if (!text.isEmpty()) {
                paragraph();
            }
            table();
            if (pages.getLast().length() > 0) {
                pages.add(new PageText(String.valueOf(pages.size() + 1)));
            }
        }
    }
}
