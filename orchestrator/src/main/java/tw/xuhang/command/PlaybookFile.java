package tw.xuhang.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what others sent, and says in two languages where that cannot be done. */
final class PlaybookFile {

    /** One byte more than the reader takes, so that it sees that there is more. */
    private static final int MOST_BYTES = 4 * 1024 * 1024 + 1;

    private PlaybookFile() {}

    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    /** @return the exit code */
    static int complain(IOException e, PrintWriter err) {
        boolean absent = e instanceof NoSuchFileException;
        err.println(
                absent
                        ? "沒有檔案 " + e.getMessage() + "。There is no file " + e.getMessage() + "."
                        : "無法讀寫 cannot read or write: " + e.getMessage());
        err.flush();
        return absent ? Exit.NOT_FOUND : Exit.ERROR;
    }
}
