package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.OutcomeWords;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Outcome;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what came of a step and answers with the exit code. */
final class OutcomePrint {

  private OutcomePrint() {}

  static int tell(Outcome outcome, PriceDesk desk, CommandSpec spec) {
    int code =
        switch (outcome) {
          case Outcome.Published published -> 0;
          case Outcome.Unchanged unchanged -> 0;
          case Outcome.Taken taken -> 0;
          case Outcome.Refused refused -> Main.REFUSED;
          case Outcome.Spoilt spoilt -> Main.FAULT;
        };
    PrintWriter to = code == 0 ? spec.commandLine().getOut() : spec.commandLine().getErr();
    OutcomeWords.of(outcome, desk.settings().zone()).forEach(to::println);
    to.flush();
    return code;
  }
}
