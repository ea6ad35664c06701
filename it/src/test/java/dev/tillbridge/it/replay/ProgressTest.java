package dev.tillbridge.it.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final Progress progress = new Progress();

  @Test
  void clerksWaitForAMomentThatIsOverdue() {
    progress.expect(5);
    CompletableFuture<Void> clerk = CompletableFuture.runAsync(() -> ring(100));

    await().until(() -> progress.rows() == 5 + Progress.AHEAD_MAX + 1);
    assertThat(clerk).isNotDone();
    progress.came(5);

    await().until(clerk::isDone);
    assertThat(progress.rows()).isEqualTo(100);
  }

  @Test
  void momentsAfterTheLastRowComeWhenEverythingIsRung() {
    CompletableFuture<Void> moment = CompletableFuture.runAsync(() -> progress.awaitRow(1_000));
    ring(3);

    progress.finish();

    await().until(moment::isDone);
  }

  @Test
  void failureEndsEverybodysWaiting() {
    CompletableFuture<Void> moment = CompletableFuture.runAsync(() -> progress.awaitRow(1_000));

    progress.abort(new IllegalStateException("the store does not start"));

    await().until(moment::isDone);
    assertThat(moment).isCompletedExceptionally();
    assertThatThrownBy(progress::rung).hasMessageContaining("the store does not start");
  }

  private void ring(int rows) {
    for (int i = 0; i < rows; i++) {
      progress.rung();
    }
  }
}
