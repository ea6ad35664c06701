package dev.tillbridge.register.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.ticket.TicketLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule of approvals as a ledger beside the open ticket: who allowed what on which line. It
 * reads what the screen shows and knows nothing of how the lane judges.
 */
final class Allowances {

  private record Held(List<LineShown> lines, List<LineAllowed> allowed) {}

  private final Map<String, Held> held = new HashMap<>();
  private List<LineAllowed> allowed = new ArrayList<>();
  private List<LineShown> shown = List.of();
  private @Nullable TicketAllowed ticket;

  /** The ticket ended. */
  void ended() {
    allowed = new ArrayList<>();
    shown = List.of();
    ticket = null;
  }

  /**
   * A command that changes lines was carried out.
   *
   * @param by within whose limits: of who is signed on, or of who allowed it
   * @param back whether goods rung now come back without a receipt
   */
  void changed(Deed deed, Person by, boolean back, List<TicketLine> now) {
    TicketAllowed asked = discount(deed, by);
    List<LineShown> lines = read(now, asked);
    follow(deed, back, lines);
    TicketAllowed given = asked == null ? null : judged(asked, lines, by);
    for (int i = 0; i < lines.size(); i++) {
      allowed.set(i, judged(allowed.get(i), lines.get(i), by));
    }
    ticket = lines.isEmpty() ? null : given;
    shown = lines;
  }

  private TicketAllowed judged(TicketAllowed asked, List<LineShown> lines, Person by) {
    TicketAllowed now = TicketAllowed.as(asked.reason(), asked.percent(), lines, asked.by());
    assertThat(now).as("the ticket's discount").matches(TicketAllowed::isAsSaid);
    if (ticket != null && !ticket.isLessThan(now)) {
      return now;
    }
    Integer percent = asked.percent();
    assertThat(percent == null ? 0 : percent)
        .as("percent off the ticket by %s", by)
        .isLessThanOrEqualTo(by.percent);
    assertThat(lines)
        .as("more off the ticket by %s", by)
        .noneMatch(line -> line.isMoreOffThan(by.percent));
    return TicketAllowed.as(asked.reason(), asked.percent(), lines, by);
  }

  private static LineAllowed judged(LineAllowed before, LineShown line, Person by) {
    if (before.isLessBackThan(line)) {
      assertThat(by).as("paid back more for %s", line).matches(Person::takesBackWithoutReceipt);
    }
    if (!before.isLessOffThan(line)) {
      return LineAllowed.as(line, before.by());
    }
    assertThat(line).as("more off by %s", by).matches(each -> !each.isMoreOffThan(by.percent));
    return LineAllowed.as(line, by);
  }

  /** The ticket's discount after this deed, its figures still to be read. */
  private @Nullable TicketAllowed discount(Deed deed, Person by) {
    Person before = ticket == null ? by : ticket.by();
    return switch (deed) {
      case Deed.PercentOffTicket(int percent, String reason) ->
          percent == 0 ? null : new TicketAllowed(reason, percent, 0, 0, 0, before);
      case Deed.AmountOffTicket(long amount, String reason) ->
          amount == 0 ? null : new TicketAllowed(reason, null, 0, 0, 0, before);
      default -> ticket;
    };
  }

  /** Only what was asked for is changed, and nothing on any other line. */
  private void follow(Deed deed, boolean back, List<LineShown> now) {
    List<LineShown> expected = new ArrayList<>(shown);
    switch (deed) {
      case Deed.Ring(String code, int pieces, Long price) -> {
        assertThat(now).hasSize(shown.size() + 1);
        long book = now.getLast().book();
        expected.add(new LineShown(code, pieces, back, price == null ? book : price, book, 0, 0));
        allowed.add(LineAllowed.NOTHING);
      }
      case Deed.VoidLine(int line) -> {
        expected.remove(line - 1);
        allowed.remove(line - 1);
      }
      case Deed.Count(int line, int pieces) ->
          expected.set(line - 1, counting(shown.get(line - 1), pieces, now.get(line - 1).own()));
      case Deed.Price(int line, long price) ->
          expected.set(line - 1, costing(shown.get(line - 1), price, now.get(line - 1).own()));
      case Deed.PercentOffLine(int line, int percent) -> {
        LineShown of = shown.get(line - 1);
        long off = Math.floorDiv(of.pieces() * of.price() * percent + 50, 100);
        expected.set(line - 1, costing(of, of.price(), off));
      }
      case Deed.AmountOffLine(int line, long amount) -> {
        LineShown of = shown.get(line - 1);
        long off = Math.min(amount, of.pieces() * of.price());
        expected.set(line - 1, costing(of, of.price(), off));
      }
      default -> {}
    }
    assertThat(now).hasSameSizeAs(expected);
    for (int i = 0; i < now.size(); i++) {
      LineShown line = expected.get(i);
      assertThat(now.get(i)).as("after %s", deed).matches(line::isOtherwiseSameAs, "be " + line);
    }
  }

  private static LineShown counting(LineShown line, long pieces, long own) {
    return new LineShown(
        line.item(), pieces, line.back(), line.price(), line.book(), own, line.share());
  }

  private static LineShown costing(LineShown line, long price, long own) {
    return new LineShown(
        line.item(), line.pieces(), line.back(), price, line.book(), own, line.share());
  }

  /** What is off each line stays so on hold, as an amount, the ticket's discount too. */
  void held(String number) {
    List<LineShown> lines = shown.stream().map(LineShown::withShareAsItsOwn).toList();
    List<LineAllowed> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      kept.add(LineAllowed.as(lines.get(i), judge(i)));
    }
    held.put(number, new Held(lines, kept));
    ended();
  }

  void recalled(String number, List<TicketLine> now) {
    Held before = Shop.there(held.remove(number));
    assertThat(read(now, null)).as("recalled %s", number).isEqualTo(before.lines());
    allowed = new ArrayList<>(before.allowed());
    shown = before.lines();
    ticket = null;
  }

  /**
   * Every line of a finished ticket has no more off than somebody may who allowed it.
   *
   * @return how many have more off than a clerk may give
   */
  int finished(List<TicketLine> sold) {
    List<LineShown> lines = read(sold, ticket);
    assertThat(lines).isEqualTo(shown);
    for (int i = 0; i < lines.size(); i++) {
      Person judge = judge(i);
      int percent = judge == null ? 0 : judge.percent;
      assertThat(lines.get(i))
          .as("sold as %s allowed it", judge)
          .matches(line -> !line.isMoreOffThan(percent));
    }
    ended();
    return (int) lines.stream().filter(line -> line.isMoreOffThan(Person.CLERK_MAY)).count();
  }

  /** Who may take off most of those that allowed something here, null when nobody did. */
  private @Nullable Person judge(int line) {
    Person own = allowed.get(line).by();
    Person all = ticket == null ? null : ticket.by();
    return all == null || (own != null && own.percent > all.percent) ? own : all;
  }

  private static List<LineShown> read(List<TicketLine> lines, @Nullable TicketAllowed ticket) {
    String reason = ticket == null ? null : ticket.reason();
    return lines.stream().map(line -> LineShown.of(line, reason)).toList();
  }
}
