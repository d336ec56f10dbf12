package warrant.extraction.read.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Settings;
import warrant.extraction.read.file.Readers;

/** The child: reads what comes on its standard input, one file after the other, until that ends. */
public final class ReadingChild {
    static final byte READ = 1;
    static final byte REFUSED = 2;
    /** Refused, and what was at work on it may still be. */
    static final byte GIVEN_UP = 3;

    private ReadingChild() {}

    /** @param arguments none; the limits come first on the standard input */
    public static void main(String[] arguments) {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            Readers readers = new Readers(settings(in));
            while (true) {
                answer(readers, ReadingCodec.text(in), ReadingCodec.bytes(in), out);
            }
        } catch (IOException parentIsGone) {
            System.exit(0);
        }
    }

    private static void answer(Readers readers, String name, byte[] bytes, DataOutputStream out) throws IOException {
        try {
            Readings readings = readers.readAll(name, bytes);
            out.writeByte(READ);
            ReadingCodec.write(readings, out);
        } catch (ReadException no) {
            out.writeByte(no.getCause() instanceof TimeoutException ? GIVEN_UP : REFUSED);
            ReadingCodec.text(no.who().name(), out);
            ReadingCodec.text(String.valueOf(no.getMessage()), out);
        }
        out.flush();
    }

    static void write(Settings limits, DataOutputStream out) throws IOException {
        out.writeLong(limits.bytes());
        out.writeLong(limits.unpackedBytes());
        out.writeInt(limits.pages());
        out.writeInt(limits.characters());
        out.writeInt(limits.rows());
        out.writeLong(limits.deadline().toMillis());
        out.writeInt(limits.passwords().size());
        for (String password : limits.passwords()) {
            ReadingCodec.text(password, out);
        }
    }

    private static Settings settings(DataInputStream in) throws IOException {
        Settings limits = new Settings(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                Duration.ofMillis(in.readLong()));
        int count = in.readInt();
        List<String> passwords = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            passwords.add(ReadingCodec.text(in));
        }
        return limits.with(passwords);
    }
}
