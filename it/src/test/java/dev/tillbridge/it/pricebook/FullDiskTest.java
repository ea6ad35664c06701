package dev.tillbridge.it.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.Placement;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.powercut.CutDisk;
import dev.tillbridge.it.powercut.PowerSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A register whose disk has no room for a new price book. */
@Tag("drill")
@Order(8)
class FullDiskTest {

  private static final long MIB = 1024 * 1024;
  private static final long DISK_BYTES = 900 * MIB;

  /** Below what a book leaves to tickets, above what tickets need. */
  private static final long LEFT_BYTES = 110 * MIB;

  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  @Timeout(240)
  void registerWithoutRoomRingsOnWithItsBookAndSaysWhyUntilThereIsRoom()
      throws IOException, LaneGone, InterruptedException {
    PowerSwitch.requireOrSkip();
    try (CutDisk disk = CutDisk.create(folder, DISK_BYTES)) {
      disk.mount();
      Ports ports = Ports.free(new SplittableRandom());
      try (Chain started =
          Chain.provision(
              folder.resolve("chain"),
              ports,
              onASmallDisk(ports, disk.root()),
              Chain.REGISTER_MAIN,
              Duration.ZERO,
              new SecureRandom())) {
        PricedChain chain = new PricedChain(started, new Shelf(folder, 3_000));
        started.start();
        chain.publishHere(1, 1);
        chain.awaitEdition(0, 1);

        Path ballast = disk.root().resolve("ballast");
        fill(disk.root(), ballast);
        chain.publishHere(2, 2);
        chain.awaitEdition(1, 2);

        await()
            .atMost(WAIT_MAX)
            .untilAsserted(() ->
                assertThat(started.pricebook("status"))
                    .containsPattern("S01-R01  version 1 .*are kept for tickets")
                    .contains("S01-R02  version 2"));
        assertThat(chain.rungEdition(0)).isEqualTo(1);

        Files.delete(ballast);
        chain.awaitEdition(0, 2);
      }
    }
  }

  private static void fill(Path root, Path ballast) throws IOException, InterruptedException {
    long bytes = Files.getFileStore(root).getUsableSpace() - LEFT_BYTES;
    Process filling =
        new ProcessBuilder("fallocate", "-l", Long.toString(bytes), ballast.toString()).start();
    assertThat(filling.waitFor()).isZero();
  }

  /** The usual places, but the first register's data on this disk, with limits below its room. */
  private static Placement onASmallDisk(Placement usual, Path disk) {
    Map<String, String> small =
        Map.of(
            "data.dir", disk.resolve("data").toString(),
            "disk.warn.mib", "100",
            "disk.stop.mib", "60",
            "disk.reserve.mib", "30");
    return usual.withRegisters(
        register -> register.equals(ChainFolder.register(0)) ? small : Map.of());
  }
}
