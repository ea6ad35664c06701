package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Outcome;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does one thing at the desk and prints what came of it. */
abstract class DeskCommand implements Callable<Integer> {

  final Clock clock;

  @Mixin private final HqConnection hq = new HqConnection();

  @Spec private @Nullable CommandSpec spec;

  DeskCommand(Clock clock) {
    this.clock = clock;
  }

  abstract int at(PriceDesk desk) throws Exception;

  @Override
  public Integer call() throws Exception {
    int code = hq.atDesk(clock, this::at);
    out().flush();
    err().flush();
    return code;
  }

  HqConnection connection() {
    return hq;
  }

  PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  int tell(Outcome outcome, PriceDesk desk) {
    return OutcomePrint.tell(outcome, desk, Objects.requireNonNull(spec));
  }
}
