package dev.tillbridge.broker.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.delivery.DiskStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final DiskLimits LIMITS = new DiskLimits(300, 200, 100);

  @TempDir private Path folder;

  @Test
  void levelFallsAndRisesWithTheFreeSpace() {
    AtomicLong free = new AtomicLong(301);
    try (DiskWatch disk = DiskWatch.start(folder, LIMITS, free::get)) {
      assertThat(disk.status()).isEqualTo(new DiskStatus(DiskStatus.Level.AMPLE, 301, 100));

      free.set(300);
      await().atMost(SOON).until(() -> disk.status().level() == DiskStatus.Level.LOW);
      free.set(200);
      await().atMost(SOON).until(() -> disk.status().level() == DiskStatus.Level.FULL);
      free.set(1_000);
      await().atMost(SOON).until(() -> disk.status().level() == DiskStatus.Level.AMPLE);
    }
  }

  @Test
  void lastMeasureCountsWhileTheDiskCannotBeMeasured() {
    AtomicLong asked = new AtomicLong();
    try (DiskWatch disk =
        DiskWatch.start(
            folder,
            LIMITS,
            () -> {
              if (asked.incrementAndGet() > 1) {
                throw new UncheckedIOException(new IOException("gone"));
              }
              return 250;
            })) {
      await().atMost(SOON).until(() -> asked.get() > 2);

      assertThat(disk.status().level()).isEqualTo(DiskStatus.Level.LOW);
    }
  }

  @Test
  void realDiskIsMeasured() throws Exception {
    long usable = Files.getFileStore(folder).getUsableSpace();
    try (DiskWatch disk =
        DiskWatch.start(folder, new DiskLimits(Long.MAX_VALUE, usable / 1_000, 0))) {
      assertThat(disk.status().level()).isEqualTo(DiskStatus.Level.LOW);
      assertThat(disk.status().freeBytes()).isBetween(usable / 2, usable * 2);
    }
  }

  @Test
  void limitsAreReadInMebibytes() throws Exception {
    DiskLimits limits =
        DiskLimits.read(settings("disk.warn.mib=30\ndisk.stop.mib=20\ndisk.reserve.mib=10\n"));

    assertThat(limits).isEqualTo(DiskLimits.ofMib(30, 20, 10));
    assertThat(DiskLimits.read(settings(""))).isEqualTo(DiskLimits.STANDARD);
  }

  @Test
  void limitsOutOfOrderAreRefusedWithTheirKeys() throws Exception {
    Settings reserveAboveStop = settings("disk.stop.mib=100\n");
    Settings stopAboveWarning = settings("disk.warn.mib=512\n");

    assertThatThrownBy(() -> DiskLimits.read(reserveAboveStop))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("disk.warn.mib, disk.stop.mib, disk.reserve.mib")
        .hasMessageContaining("2048, 100, 200");
    assertThatThrownBy(() -> DiskLimits.read(stopAboveWarning))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("512, 512, 200");
  }

  private Settings settings(String text) throws IOException {
    return Settings.read(Files.writeString(folder.resolve("node.properties"), text));
  }
}
