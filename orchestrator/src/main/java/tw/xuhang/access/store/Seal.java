package tw.xuhang.access.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tw.xuhang.access.Secrets;

/**
 * AES-256-GCM with a key in a 0600 file of the home: a copy of the database alone opens no second factor.
 * What is sealed is bound to whom it belongs to and cannot be moved to another row.
 */
public final class Seal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final Secrets secrets;

    /** @param file read, or made with a new key where there is none */
    public Seal(Path file, Secrets secrets) {
        this.secrets = secrets;
        this.key = new SecretKeySpec(key(file), "AES");
    }

    String close(byte[] plain, String owner) {
        byte[] nonce = secrets.bytes(NONCE_BYTES);
        byte[] closed = work(Cipher.ENCRYPT_MODE, nonce, plain, owner);
        byte[] both = ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
        return Base64.getEncoder().encodeToString(both);
    }

    byte[] open(String box, String owner) {
        ByteBuffer parts = ByteBuffer.wrap(Base64.getDecoder().decode(box));
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        return work(Cipher.DECRYPT_MODE, nonce, rest, owner);
    }

    private byte[] work(int mode, byte[] nonce, byte[] bytes, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a second factor of " + owner + " cannot be opened with this home's key: was keys/ restored?", e);
        }
    }

    private byte[] key(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != KEY_BYTES) {
                throw new IllegalStateException(file + " is not a key of 32 bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + file, e);
        }
    }

    private void make(Path file) throws IOException {
        var closed = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, fresh, closed)) {
            channel.write(ByteBuffer.wrap(secrets.bytes(KEY_BYTES)));
        } catch (FileAlreadyExistsException e) {
            // Another node of the same home was faster; its key is read.
        }
    }
}
