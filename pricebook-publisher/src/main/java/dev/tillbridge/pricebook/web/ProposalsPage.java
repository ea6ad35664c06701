package dev.tillbridge.pricebook.web;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.proposal.Proposal;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** All proposals, open ones first. */
final class ProposalsPage {

  static final String SECTION = "/proposals";

  private final PriceDesk desk;
  private final Frame frame;
  private final Words words;

  ProposalsPage(PriceDesk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    List<Proposal> all = desk.proposals();
    frame.show(
        ctx,
        "Proposals",
        SECTION,
        "proposals.jte",
        Map.of(
            "open", all.stream().filter(proposal -> !proposal.state().isFinished()).toList(),
            "finished", all.stream().filter(proposal -> proposal.state().isFinished()).toList(),
            "words", words));
  }
}
