package warrant.extraction.read.process;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.pdf.PagePicture;

/** Draws pages in a process of its own, one a picture, so that a hostile file ends only that. */
public final class PictureProcess {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String MEMORY = "-Xmx512m";

    private PictureProcess() {}

    /**
     * What to draw.
     *
     * @param page from 1 on
     * @param words to be highlighted
     * @param earlier how often the same words stand on the page before those that are meant
     */
    public record Wanted(int page, String words, int earlier, List<String> passwords) {
        public Wanted {
            passwords = List.copyOf(passwords);
        }
    }

    /**
     * @param classPath of this module with what it needs
     * @param name of the file, for messages
     * @throws ReadException if the page cannot be drawn within the limits
     */
    public static PagePicture.Drawn draw(String classPath, String name, byte[] pdf, Wanted wanted)
            throws ReadException {
        Process process = start(classPath);
        Thread watch = Thread.ofVirtual().start(() -> endLate(process));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
                DataInputStream in = new DataInputStream(process.getInputStream())) {
            write(pdf, wanted, out);
            out.flush();
            int lines = in.readInt();
            return new PagePicture.Drawn(ReadingCodec.bytes(in), lines);
        } catch (IOException failed) {
            throw new ReadException(
                    ReadException.Who.LIMIT,
                    name + ", page " + wanted.page() + ", cannot be drawn within " + LONGEST.toSeconds()
                            + " s and 512 MiB, or is damaged: open the file in its own program.",
                    failed);
        } finally {
            watch.interrupt();
            process.destroyForcibly();
        }
    }

    private static Process start(String classPath) throws ReadException {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            MEMORY,
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:-UsePerfData",
                            "-Djava.awt.headless=true",
                            "-cp",
                            classPath,
                            PictureProcess.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new ReadException(
                    ReadException.Who.UPSTREAM, "the process that draws cannot be started: " + e.getMessage(), e);
        }
    }

    private static void endLate(Process process) {
        try {
            Thread.sleep(LONGEST);
            process.destroyForcibly();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(byte[] pdf, Wanted wanted, DataOutputStream out) throws IOException {
        out.writeInt(wanted.page());
        out.writeInt(wanted.earlier());
        ReadingCodec.text(wanted.words(), out);
        out.writeInt(wanted.passwords().size());
        for (String password : wanted.passwords()) {
            ReadingCodec.text(password, out);
        }
        out.writeInt(pdf.length);
        out.write(pdf);
    }

    /** The child: draws what its standard input says; ends with a failure if that cannot be drawn. */
    public static void main(String[] arguments) throws IOException {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            int page = in.readInt();
            int earlier = in.readInt();
            String words = ReadingCodec.text(in);
            List<String> passwords = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                passwords.add(ReadingCodec.text(in));
            }
            PagePicture.Drawn drawn = PagePicture.draw(ReadingCodec.bytes(in), passwords, page, words, earlier);
            out.writeInt(drawn.highlighted());
            out.writeInt(drawn.png().length);
            out.write(drawn.png());
        }
    }
}
