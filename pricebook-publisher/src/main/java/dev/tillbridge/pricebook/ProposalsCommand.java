package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Proposal;
import dev.tillbridge.pricebook.proposal.ProposalWords;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pricebook proposals}. */
@Command(
    name = "proposals",
    mixinStandardHelpOptions = true,
    description = "Lists proposals, the newest first.")
final class ProposalsCommand extends DeskCommand {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Option(names = "--all", description = "Finished ones, too.")
  private boolean all;

  ProposalsCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    var shown = desk.proposals().stream().filter(p -> all || !p.state().isFinished()).toList();
    if (shown.isEmpty()) {
      out()
          .println(
              all
                  ? "There are no proposals."
                  : "There are no open proposals (--all shows finished).");
    }
    shown.forEach(proposal -> print(proposal, desk));
    return 0;
  }

  private void print(Proposal p, PriceDesk desk) {
    out()
        .println(
            "%4d  %s  %s by %s: %,d new, %,d changed, %,d gone, %,d outliers; %s"
                .formatted(
                    p.number(),
                    MINUTES.format(p.at().atZone(desk.settings().zone())),
                    p.from(),
                    p.by(),
                    p.counts().added(),
                    p.counts().changed(),
                    p.counts().gone(),
                    p.counts().outliers(),
                    ProposalWords.state(p, desk.settings().zone())));
    if (p.problem() != null) {
      out().println("      " + p.problem());
    }
  }
}
