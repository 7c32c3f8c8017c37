package baton.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One launcher a home. The kernel holds the lock for the process and lets go of it when the process
 * ends, however it ends, so there is no stale lock.
 */
final class RunLock implements AutoCloseable {

  private final FileChannel channel;
  private final Path owner;

  private RunLock(FileChannel channel, Path owner) {
    this.channel = channel;
    this.owner = owner;
  }

  /** Takes the lock and writes down who has it. */
  static RunLock take(Home home) {
    Path owner = home.run().resolve("launcher.pid");
    try {
      FileChannel channel =
          FileChannel.open(
              home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new Refusal(
            "Baton already runs in "
                + home.directory()
                + pid(home).map(pid -> " (process " + pid + ")").orElse("")
                + ". Stop it with ./baton down, or look at it with ./baton status.");
      }
      Files.writeString(owner, ProcessHandle.current().pid() + "\n");
      return new RunLock(channel, owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The launcher that holds the lock, if one does. */
  static Optional<Long> holder(Home home) {
    Path lock = home.run().resolve("lock");
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return locked(channel) ? Optional.empty() : pid(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(owner);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static Optional<Long> pid(Home home) {
    try {
      return Optional.of(
          Long.parseLong(Files.readString(home.run().resolve("launcher.pid")).trim()));
    } catch (IOException | NumberFormatException notWritten) {
      return Optional.empty();
    }
  }
}
