package dev.tillbridge.broker.datadir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private static final Clock BIRTH =
      Clock.fixed(Instant.parse("2026-11-22T08:15:00Z"), ZoneOffset.UTC);
  private static final Clock LATER = Clock.offset(BIRTH, Duration.ofDays(3));

  @TempDir private Path root;

  @Test
  void epochIsMadeOnceAndKept() {
    open(root.resolve("a"), "S01-R01", BIRTH).close();

    try (DataDirectory again = open(root.resolve("a"), "S01-R01", LATER)) {
      assertThat(again.identity()).isEqualTo(new Identity("S01-R01", 20261122081500L));
    }
  }

  @Test
  void journalTimeoutIsMeasuredWithinBoundsAndRemembered() {
    Duration first;
    try (DataDirectory directory = open(root.resolve("a"), "S01", BIRTH)) {
      first = directory.journalTimeout();
    }

    assertThat(first).isBetween(DiskTiming.LOWEST, DiskTiming.HIGHEST);
    assertThat(root.resolve("a/disk.properties")).exists();
    try (DataDirectory directory = open(root.resolve("a"), "S01", BIRTH)) {
      assertThat(directory.journalTimeout()).isEqualTo(first);
    }
  }

  @Test
  void secondProcessIsRefused() {
    try (DataDirectory held = open(root.resolve("a"), "S01", BIRTH)) {
      assertThatThrownBy(() -> open(held.root(), "S01", BIRTH))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("in use by another process");
    }
  }

  @Test
  void copyIsRefusedWithTheWayOutUntilAdopted() throws IOException {
    open(root.resolve("a"), "S01-R01", BIRTH).close();
    copy(root.resolve("a"), root.resolve("copy"));

    assertThatThrownBy(() -> open(root.resolve("copy"), "S01-R01", BIRTH))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("is a copy")
        .hasMessageContaining("./tillbridge adopt " + root.resolve("copy"));

    Identity.adopt(root.resolve("copy"));
    open(root.resolve("copy"), "S01-R01", BIRTH).close();
  }

  @Test
  void movedDirectoryIsStillTheSameLife() throws IOException {
    open(root.resolve("a"), "S01-R01", BIRTH).close();

    Files.move(root.resolve("a"), root.resolve("moved"));

    open(root.resolve("moved"), "S01-R01", BIRTH).close();
  }

  @Test
  void directoryOfAnotherRegisterIsRefused() {
    open(root.resolve("a"), "S01-R01", BIRTH).close();

    assertThatThrownBy(() -> open(root.resolve("a"), "S01-R02", BIRTH))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("belongs to S01-R01, not to S01-R02");
  }

  @Test
  void journalWithoutIdentityIsRefused() throws IOException {
    Files.createDirectories(root.resolve("a/journal"));

    assertThatThrownBy(() -> open(root.resolve("a"), "S01-R01", BIRTH))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("holds a journal but no identity.properties");
  }

  private static DataDirectory open(Path folder, String node, Clock clock) {
    return DataDirectory.open(folder, node, clock);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
