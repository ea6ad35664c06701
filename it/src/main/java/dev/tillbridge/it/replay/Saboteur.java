package dev.tillbridge.it.replay;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.it.process.Program;
import java.time.Duration;
import java.util.function.Consumer;

/** Cuts and kills as planned. Cuts follow each other on one thread, kills on another. */
final class Saboteur {

  private final Chain chain;
  private final Plan plan;
  private final Progress progress;
  private final Consumer<String> tell;

  Saboteur(Chain chain, Plan plan, Progress progress, Consumer<String> tell) {
    this.chain = chain;
    this.plan = plan;
    this.progress = progress;
    this.tell = tell;
    plan.cuts().forEach(cut -> progress.expect(cut.atRow()));
    plan.kills().forEach(kill -> progress.expect(kill.atRow()));
  }

  /** Carries out all cuts; the last link is whole when it returns. */
  int cutAll() {
    for (Mischief.Cut cut : plan.cuts()) {
      LinkCutter link = chain.links().get(cut.link());
      moment(cut);
      if (cut.silent()) {
        link.silentCut();
      } else {
        link.cut();
      }
      progress.came(cut.atRow());
      tell.accept(
          "%s cut of %s for %.1f s"
              .formatted(cut.silent() ? "silent" : "clean", link.name(), seconds(cut.lasting())));
      sleep(cut.lasting());
      link.restore();
    }
    return plan.cuts().size();
  }

  /** Carries out all kills; the last program is ready again when it returns. */
  int killAll() {
    for (Mischief.Kill kill : plan.kills()) {
      Program program = chain.programs().get(kill.program());
      moment(kill);
      program.kill();
      long killed = System.nanoTime();
      progress.came(kill.atRow());
      tell.accept("killed " + program.name());
      sleep(kill.down());
      chain.startAgain(program);
      tell.accept(
          "%s is ready again, %.1f s after it was killed"
              .formatted(program.name(), seconds(Duration.ofNanos(System.nanoTime() - killed))));
    }
    return plan.kills().size();
  }

  private void moment(Mischief mischief) {
    progress.awaitRow(mischief.atRow());
    sleep(mischief.after());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted between two cuts or kills.", e);
    }
  }
}
