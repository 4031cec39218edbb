package tw.xuhang.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time works on a home. The kernel gives the lock back when its holder dies, by whatever
 * death, so holding it proves that no predecessor lives.
 */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** What became of the attempt. */
    public sealed interface Attempt {
        record Taken(HomeLock lock) implements Attempt {}

        record InUse(Path home, Optional<Holder> holder) implements Attempt {}
    }

    /** @param what command that holds it, e.g. {@code xuhang serve} */
    public record Holder(long pid, String what, Instant since) {

        String line() {
            return pid + "|" + since + "|" + what + "\n";
        }

        static Optional<Holder> parse(String line) {
            String[] part = line.strip().split("\\|", 3);
            try {
                return part.length < 3
                        ? Optional.empty()
                        : Optional.of(new Holder(Long.parseLong(part[0]), part[2], Instant.parse(part[1])));
            } catch (NumberFormatException | DateTimeParseException e) {
                // Half-written or not ours: who holds it is not known, whether it is held is the kernel's word.
                return Optional.empty();
            }
        }
    }

    public static Attempt attempt(Home where, Holder me) {
        Path home = where.path();
        try {
            where.make();
            Path file = home.resolve("lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return new Attempt.InUse(home, Holder.parse(Files.readString(file, UTF_8)));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me.line().getBytes(UTF_8)));
            return new Attempt.Taken(new HomeLock(channel, lock));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + home + " as home: " + e.getMessage(), e);
        }
    }

    /**
     * Who works on the home now, without touching the lock: whoever is named in it, lives, and has it open. A process
     * of another user that lives is believed.
     */
    public static Optional<Holder> holder(Home where) {
        Path file = where.path().resolve("lock");
        try {
            Optional<Holder> named =
                    Files.exists(file) ? Holder.parse(Files.readString(file, UTF_8)) : Optional.empty();
            return named.isPresent() && holds(named.get().pid(), file) ? named : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean holds(long pid, Path file) throws IOException {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return false;
        }
        Path lock = file.toRealPath();
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(descriptor -> leadsTo(descriptor, lock));
        } catch (AccessDeniedException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean leadsTo(Path descriptor, Path lock) {
        try {
            return Files.readSymbolicLink(descriptor).equals(lock);
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give back " + lock, e);
        }
    }
}
