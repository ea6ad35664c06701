package dev.tillbridge.broker.datadir;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One life of a data directory.
 *
 * <p>The identity file remembers where it lies: the inode it was created with and the machine's id.
 * Every way of copying a folder makes new inodes, and a cloned machine has another machine id, so a
 * copy is recognised when it starts. Moving a folder within its file system keeps the inode.
 *
 * @param node lane, store or HQ
 * @param epoch the UTC second of creation as {@code yyyyMMddHHmmss}
 */
public record Identity(String node, long epoch) {

  static final String FILE = "identity.properties";
  private static final Path MACHINE_ID = Path.of("/etc/machine-id");
  private static final DateTimeFormatter EPOCH = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  static Identity openOrCreate(Path root, String node, Clock clock) throws IOException {
    Path file = root.resolve(FILE);
    return Files.exists(file) ? open(root, file, node) : create(root, file, node, clock);
  }

  /**
   * Declares that this directory was moved here and its original is gone for good.
   *
   * @throws InvalidSetting when it holds no identity
   */
  public static void adopt(Path root) throws IOException {
    Path file = root.resolve(FILE);
    if (!Files.exists(file)) {
      throw new InvalidSetting(root + " is not a data directory: it has no " + FILE + ".");
    }
    Map<String, String> values = DurableProperties.read(file);
    write(file, values.getOrDefault("node", ""), values.getOrDefault("epoch", ""));
  }

  private static Identity open(Path root, Path file, String node) throws IOException {
    Map<String, String> values = DurableProperties.read(file);
    String owner = values.getOrDefault("node", "");
    if (!owner.equals(node)) {
      throw new InvalidSetting(
          "The data directory "
              + root
              + " belongs to "
              + owner
              + ", not to "
              + node
              + ". Nothing was changed. Correct data.dir or the ids in the settings file.");
    }
    if (!values.getOrDefault("place", "").equals(place(file))) {
      throw new InvalidSetting(
          ("The data directory %s is a copy: its identity (%s, epoch %s) was made elsewhere, and two"
                  + " lives under one identity would number different tickets alike. Nothing was"
                  + " changed. If the original is gone for good and this is its moved data, run"
                  + " ./tillbridge adopt %s. Otherwise start with an empty data.dir, which begins a"
                  + " new epoch, and keep this copy for recovery.")
              .formatted(root, owner, values.get("epoch"), root));
    }
    return new Identity(owner, Long.parseLong(values.getOrDefault("epoch", "0")));
  }

  private static Identity create(Path root, Path file, String node, Clock clock)
      throws IOException {
    refuseForeignContent(root);
    long epoch =
        Long.parseLong(EPOCH.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
    write(file, node, Long.toString(epoch));
    return new Identity(node, epoch);
  }

  private static void refuseForeignContent(Path root) throws IOException {
    try (Stream<Path> content = Files.list(root)) {
      if (content.anyMatch(path -> path.getFileName().toString().equals("journal"))) {
        throw new InvalidSetting(
            "The data directory "
                + root
                + " holds a journal but no "
                + FILE
                + ": entries could be numbered twice. Nothing was changed. Restore "
                + FILE
                + ", or start with an empty data.dir and keep this one for recovery.");
      }
    }
  }

  private static void write(Path file, String node, String epoch) throws IOException {
    Properties values = new Properties();
    values.setProperty("node", node);
    values.setProperty("epoch", epoch);
    // The inode is known only once the file is there, so the file is written twice in place.
    DurableProperties.writeInPlace(file, values);
    values.setProperty("place", place(file));
    DurableProperties.writeInPlace(file, values);
  }

  private static String place(Path file) throws IOException {
    Object inode = Files.getAttribute(file, "unix:ino");
    String machine = Files.exists(MACHINE_ID) ? Files.readString(MACHINE_ID).strip() : "";
    return Objects.toString(inode) + "@" + machine;
  }
}
