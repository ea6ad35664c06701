package dev.tillbridge.register.returns;

import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Looking;
import dev.tillbridge.register.elsewhere.Reply;
import dev.tillbridge.register.elsewhere.Unsent;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.projection.TicketNumber;
import dev.tillbridge.register.training.Practice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the ticket of a receipt: here, or at HQ, which is asked beside the lane. Any thread may
 * call; nothing here waits for HQ.
 *
 * <p>What came back of a ticket is what HQ knows, and what this register took back that HQ did not
 * confirm yet, and what it took back since HQ was asked. The first two less what the lane's own
 * fold has at that moment is kept as come back elsewhere, and the fold goes on counting from there.
 */
public final class ReceiptDesk {

  /** What HQ said is shown for so long; then it is asked again. */
  static final Duration FRESH = Duration.ofMinutes(2);

  /** Why it is not found is shown for so long; then looking asks again. */
  static final Duration SAID = Duration.ofSeconds(3);

  /** What is known of a receipt now. */
  public sealed interface Looked {

    /**
     * @param elsewhere what came back of it and is not in this lane's own fold
     */
    record Found(SoldTicket sold, List<Returned> elsewhere) implements Looked {}

    /** HQ is being asked; look again in a moment. */
    record Asking(String number) implements Looked {}

    record NotFound(ReturnRefusal why) implements Looked {}
  }

  private final Lane lane;
  private final SoldTickets own;
  private final Elsewhere elsewhere;
  private final Unsent unsent;
  private final Looking<Looked> looking;

  public ReceiptDesk(
      Lane lane,
      SoldTickets own,
      Elsewhere elsewhere,
      Unsent unsent,
      Errands errands,
      Clock clock) {
    this.lane = lane;
    this.own = own;
    this.elsewhere = elsewhere;
    this.unsent = unsent;
    this.looking = new Looking<>(errands, clock);
  }

  /** The ticket with this number, however its letters were typed; begins to ask when it must. */
  public Looked look(String typed) {
    String number = typed.strip().toUpperCase(Locale.ROOT);
    if (Practice.isNumber(number)) {
      return practised(number);
    }
    Optional<SoldTicket> found = own.find(number);
    if (found.isPresent()) {
      return new Looked.Found(found.get(), cameBackElsewhere(number));
    }
    if (!TicketNumber.isOne(number) || !elsewhere.isLinked()) {
      return new Looked.NotFound(
          new ReturnRefusal.NotFoundHere(number, lane.view().lane().toString()));
    }
    return looking
        .look(number, () -> ask(number), notFound(new ReturnRefusal.HqSilent(number)))
        .orElseGet(() -> new Looked.Asking(number));
  }

  /** What is practised is known in its training only, and nobody is asked for it. */
  private Looked practised(String number) {
    return (lane.isTraining()
            ? new SoldTickets(lane.journal(), lane::state).find(number)
            : Optional.<SoldTicket>empty())
        .<Looked>map(sold -> new Looked.Found(sold, List.of()))
        .orElseGet(() -> new Looked.NotFound(new ReturnRefusal.NotPractised(number)));
  }

  /**
   * Of a ticket of this register, which is shown at once: what HQ has said by now. Goods are taken
   * back some seconds after they are looked at, so HQ has answered by then.
   */
  private List<Returned> cameBackElsewhere(String number) {
    return elsewhere.isLinked()
            && looking
                    .look(number, () -> ask(number), notFound(new ReturnRefusal.HqSilent(number)))
                    .orElse(null)
                instanceof Looked.Found(SoldTicket sold, List<Returned> back)
        ? back
        : List.of();
  }

  private Looking.Found<Looked> ask(String number) {
    List<Returned> notYetAtHq = unsent.returned(number);
    List<Returned> folded = lane.recorded().open().returned();
    return switch (elsewhere.hq(new Inquiry.OfTicket(number))) {
      case Reply.Answered(Answer.TicketFound found) ->
          new Looking.Found<>(
              new Looked.Found(
                  new SoldTicket(found.ticket(), found.soldAt()),
                  CameBackElsewhere.of(found, notYetAtHq, folded)),
              FRESH);
      case Reply.Answered other -> notFound(new ReturnRefusal.NotAtHq(number));
      case Reply.Silent silent -> notFound(new ReturnRefusal.HqSilent(number));
    };
  }

  private static Looking.Found<Looked> notFound(ReturnRefusal why) {
    return new Looking.Found<>(new Looked.NotFound(why), SAID);
  }
}
