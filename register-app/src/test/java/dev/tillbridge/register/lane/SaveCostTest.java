package dev.tillbridge.register.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.register.openticket.OpenTicketFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan costs on the lane's side when the ticket is saved for real. */
class SaveCostTest {

  private static final int LINES = 300;

  @TempDir Path folder;

  @Test
  void halfOfTheScansOfALongTicketLeaveTimeForTheScreen() throws IOException {
    Shop shop = Shop.open();
    shop.onDisk(new OpenTicketFile(folder, shop.clock));
    long[] nanos = new long[LINES];
    for (int i = 0; i < LINES; i++) {
      long before = System.nanoTime();
      assertThat(shop.lane.scan(Scan.of("71053"))).isInstanceOf(Outcome.Done.class);
      nanos[i] = System.nanoTime() - before;
    }

    System.out.printf(
        "scan with save: lines 1-50 median %.2f ms, last 50 lines median %.2f ms%n",
        median(nanos, 0, 50), median(nanos, LINES - 50, LINES));
    assertThat(Duration.ofNanos((long) (median(nanos, LINES - 50, LINES) * 1e6)))
        .isLessThan(Duration.ofMillis(100));
  }

  private static double median(long[] nanos, int from, int to) {
    long[] part = Arrays.copyOfRange(nanos, from, to);
    Arrays.sort(part);
    return part[part.length / 2] / 1e6;
  }
}
