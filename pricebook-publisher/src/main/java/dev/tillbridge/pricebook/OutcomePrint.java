package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Outcome;
import dev.tillbridge.pricebook.proposal.ProposalWords;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what came of a step and answers with the exit code. */
final class OutcomePrint {

  private OutcomePrint() {}

  static int tell(Outcome outcome, PriceDesk desk, CommandSpec spec) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int code =
        switch (outcome) {
          case Outcome.Published published -> {
            out.println(OutcomeWords.of(published));
            published.remarks().forEach(out::println);
            out.println(
                "Registers with a link switch to it within seconds; pricebook status shows which have it.");
            yield 0;
          }
          case Outcome.Unchanged(var manifest) -> {
            out.println(
                "This is price book version %d already, published %s by %s. No new version was made."
                    .formatted(manifest.version(), manifest.publishedAt(), manifest.publishedBy()));
            yield 0;
          }
          case Outcome.Taken(var proposal) -> {
            out.println(
                "Proposal %d: %s."
                    .formatted(
                        proposal.number(), ProposalWords.state(proposal, desk.settings().zone())));
            yield 0;
          }
          case Outcome.Refused(var reasons) -> {
            reasons.forEach(err::println);
            yield Main.REFUSED;
          }
          case Outcome.Spoilt(var problem) -> {
            err.println(problem);
            yield Main.FAULT;
          }
        };
    out.flush();
    err.flush();
    return code;
  }
}
