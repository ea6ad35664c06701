package dev.tillbridge.it.drill;

import dev.tillbridge.it.powercut.CutDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small disk for one register, where this machine lets one be made. */
final class DiskRoom implements AutoCloseable {

  private static final long BYTES = 1_500L * 1024 * 1024;

  private final @Nullable CutDisk disk;

  private DiskRoom(@Nullable CutDisk disk) {
    this.disk = disk;
  }

  /** Makes it, or tells why there is none: then no disk is filled. */
  static DiskRoom make(Path folder, Consumer<String> tell) {
    try {
      CutDisk disk = CutDisk.create(folder, BYTES);
      disk.mount();
      return new DiskRoom(disk);
    } catch (IOException e) {
      tell.accept(
          "No disk can be filled on this machine: " + String.valueOf(e.getMessage()).strip());
      return new DiskRoom(null);
    }
  }

  /** Where it is mounted, null when there is none. */
  @Nullable Path disk() {
    return disk == null ? null : disk.root();
  }

  @Nullable SmallDisk small() {
    return disk == null ? null : new SmallDisk(disk.root());
  }

  @Override
  public void close() throws IOException {
    if (disk != null) {
      disk.close();
    }
  }
}
