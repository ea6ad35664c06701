package dev.tillbridge.it.powercut;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small ext4 disk that can lose its power: an image file below a folder, mounted through a loop
 * device.
 *
 * <p>What its file system has not forced into the image when {@link #cut} is called never gets
 * there. The image itself lies on the host's disk and is not cut. Its own timer would save unforced
 * data every five seconds by luck, so it is set to five minutes.
 */
public final class CutDisk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CutDisk.class);

  private static final String OPTIONS = "loop,commit=300";
  private static final long COMMAND_WAIT_MAX_S = 60;
  private static final int UNMOUNT_TRIES_MAX = 100;
  private static final long UNMOUNT_PAUSE_MS = 50;

  private final Path image;
  private final Path root;
  private final Thread lastResort = new Thread(this::unmountLast, "unmount-cut-disk");
  private boolean mounted;

  private CutDisk(Path image, Path root) {
    this.image = image;
    this.root = root;
  }

  /** Makes the image and formats it; not mounted yet. */
  public static CutDisk create(Path folder, long bytes) throws IOException {
    Path image = folder.resolve("disk.img");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(bytes);
    }
    run(List.of("mkfs.ext4", "-q", "-F", image.toString()));
    CutDisk disk = new CutDisk(image, Files.createDirectories(folder.resolve("disk")));
    Runtime.getRuntime().addShutdownHook(disk.lastResort);
    return disk;
  }

  /** Why no disk can be cut on this machine, empty when one can: one is made and cut to find out. */
  static Optional<String> missing() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.of("only Linux can cut a file system off");
    }
    try {
      Path folder = Files.createTempDirectory("tillbridge-cut-disk");
      try (CutDisk disk = create(folder, 16L * 1024 * 1024)) {
        disk.mount();
        disk.cut();
      }
      Files.delete(folder);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()).strip());
    }
  }

  /** Where it is mounted. */
  public Path root() {
    return root;
  }

  /** Brings it up as after a power cut: the file system replays its log. */
  public synchronized void mount() throws IOException {
    run(List.of("mount", "-o", OPTIONS, image.toString(), root.toString()));
    mounted = true;
  }

  /** Cuts the power; returns when nothing more can reach the image. */
  void cut() throws IOException {
    FileSystemShutdown.of(root);
  }

  /** Takes the mount and its loop device away; whoever had files open there must have ended. */
  synchronized void unmount() throws IOException {
    for (int tries = 1; mounted; tries++) {
      try {
        run(List.of("umount", root.toString()));
        mounted = false;
      } catch (IOException e) {
        if (tries == UNMOUNT_TRIES_MAX) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(UNMOUNT_PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while unmounting.", e);
    }
  }

  private void unmountLast() {
    try {
      unmount();
    } catch (IOException e) {
      LOG.warn("{} is still mounted: {} Unmount it by hand: umount {}", root, e.getMessage(), root);
    }
  }

  @Override
  public void close() throws IOException {
    unmount();
    Files.deleteIfExists(image);
    Files.deleteIfExists(root);
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException e) {
      LOG.debug("The program is ending already.", e);
    }
  }

  private static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes()).strip();
      if (!process.waitFor(COMMAND_WAIT_MAX_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " did not end.");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "%s ended with code %d: %s"
                .formatted(String.join(" ", command), process.exitValue(), said));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted in " + String.join(" ", command) + ".", e);
    }
  }
}
