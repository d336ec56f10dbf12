package warrant.llm.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a TorchScript archive from source text: a module without parameters, whose methods get all they need. */
final class ScriptArchive {
    /** Pickle protocol 2: an empty tuple. */
    private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

    private ScriptArchive() {}

    /** @param methods definitions at the left margin, each with {@code self: __torch__.M} as first parameter */
    static byte[] of(String methods) {
        String code =
                "class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n" + methods.indent(2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, "m/data.pkl", modulePickle());
            put(zip, "m/code/__torch__.py", utf8(code));
            put(zip, "m/constants.pkl", EMPTY_TUPLE);
            put(zip, "m/version", utf8("3\n"));
            put(zip, "m/byteorder", utf8("little"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An object of class {@code __torch__.M} with the state {@code {training: False}}. */
    private static byte[] modulePickle() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(utf8("c__torch__\nM\n)"));
        pickle.write(0x81);
        pickle.writeBytes(utf8("}("));
        byte[] key = utf8("training");
        pickle.writeBytes(new byte[] {'X', (byte) key.length, 0, 0, 0});
        pickle.writeBytes(key);
        pickle.write(0x89);
        pickle.writeBytes(utf8("ub."));
        return pickle.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
