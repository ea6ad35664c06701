package dev.tillbridge.it.powercut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test bench itself: what a cut takes away and what it leaves. */
class CutDiskTest {

  private static final long DISK_BYTES = 64L * 1024 * 1024;
  private static final int FILE_BYTES = 100_000;

  @TempDir private Path folder;

  @BeforeEach
  void powerCanBeCutHere() {
    PowerSwitch.requireOrSkip();
  }

  @Test
  void forcedFileSurvivesTheCutAndUnforcedOneDoesNot() throws IOException {
    try (CutDisk disk = CutDisk.create(folder, DISK_BYTES)) {
      disk.mount();
      write(disk.root().resolve("forced"), true);
      write(disk.root().resolve("unforced"), false);

      disk.cut();
      disk.unmount();
      disk.mount();

      assertThat(Files.readAllBytes(disk.root().resolve("forced")))
          .hasSize(FILE_BYTES)
          .containsOnly('x');
      assertThat(disk.root().resolve("unforced")).doesNotExist();
    }
  }

  @Test
  void forcedBytesOfARenamedFileComeBackUnderItsOldName() throws IOException {
    try (CutDisk disk = CutDisk.create(folder, DISK_BYTES)) {
      disk.mount();
      Path draft = disk.root().resolve("file.tmp");
      Path file = disk.root().resolve("file");
      write(draft, true);
      Files.move(draft, file);
      try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(new byte[] {'y'}), 0);
        out.force(false);
      }

      disk.cut();
      disk.unmount();
      disk.mount();

      assertThat(file).doesNotExist();
      assertThat(Files.readAllBytes(draft)).hasSize(FILE_BYTES).startsWith('y');
    }
  }

  @Test
  void nothingIsWrittenAfterTheCut() throws IOException {
    try (CutDisk disk = CutDisk.create(folder, DISK_BYTES)) {
      disk.mount();
      disk.cut();

      assertThatThrownBy(() -> write(disk.root().resolve("late"), true))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void closedDiskLeavesNoMountBehind() throws IOException {
    Path root;
    try (CutDisk disk = CutDisk.create(folder, DISK_BYTES)) {
      disk.mount();
      root = disk.root();
      assertThat(Files.readString(Path.of("/proc/mounts"))).contains(root.toString());
    }

    assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(root.toString());
    assertThat(folder).isEmptyDirectory();
  }

  private static void write(Path file, boolean force) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap("x".repeat(FILE_BYTES).getBytes()));
      if (force) {
        out.force(true);
      }
    }
  }
}
