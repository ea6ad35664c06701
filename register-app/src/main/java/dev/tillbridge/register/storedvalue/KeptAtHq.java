package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Reply;
import dev.tillbridge.register.lane.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What HQ keeps of stored values for the open ticket, so that nobody else takes it meanwhile. What
 * is not on the ticket any more is let go of, as far as HQ can be told: it lets go by itself after
 * some minutes. Thread-safe.
 *
 * <p>The key is the number the ticket will have, and the stored value's: a ticket that is voided
 * gives its number to the next one, which then takes its place.
 */
final class KeptAtHq {

  /** One key. */
  private record Kept(String number, long ticket, Money amount) {}

  private final Lane lane;
  private final Elsewhere elsewhere;
  private final Errands errands;
  private final Map<String, Kept> kept = new HashMap<>();

  /** What is being asked for: it is not on the ticket yet. */
  private @Nullable String asking;

  KeptAtHq(Lane lane, Elsewhere elsewhere, Errands errands) {
    this.lane = lane;
    this.elsewhere = elsewhere;
    this.errands = errands;
  }

  /** Asks HQ to keep this much more than what is on the ticket. */
  Reply keep(String number, Money more) {
    Money all = onTicket(number).plus(more);
    long ticket = nextTicket();
    synchronized (this) {
      asking = number;
      kept.put(key(number, ticket), new Kept(number, ticket, all));
    }
    return elsewhere.hq(new Inquiry.OfStoredValue(number, key(number, ticket), all));
  }

  /** Of what HQ keeps, what may be taken on top of what is on the ticket. */
  Money most(Answer.Balance balance) {
    return balance.kept().minus(onTicket(balance.number()));
  }

  /** It is on the ticket now, or will not be. */
  void settled(String number) {
    synchronized (this) {
      asking = null;
    }
    look();
  }

  /** Lets go of what is not on the ticket any more, when it is a real one. Returns at once. */
  void look() {
    if (lane.isTraining()) {
      return;
    }
    for (Inquiry letGo : notNeeded()) {
      errands.run(() -> elsewhere.hq(letGo));
    }
  }

  private synchronized List<Inquiry> notNeeded() {
    if (kept.isEmpty()) {
      return List.of();
    }
    List<Inquiry> inquiries = new ArrayList<>();
    long next = nextTicket();
    for (Map.Entry<String, Kept> each : List.copyOf(kept.entrySet())) {
      Kept now = each.getValue();
      if (now.ticket() < next) {
        kept.remove(each.getKey()); // paid: HQ keeps it until it has the ticket
      } else if (!now.number().equals(asking)) {
        Money on = onTicket(now.number());
        if (on.isLessThan(now.amount())) {
          inquiries.add(new Inquiry.OfStoredValue(now.number(), each.getKey(), on));
          kept.put(each.getKey(), new Kept(now.number(), now.ticket(), on));
        }
        if (on.isZero()) {
          kept.remove(each.getKey());
        }
      }
    }
    return inquiries;
  }

  /** What of it was taken after asking. */
  Money onTicket(String number) {
    return lane.view().ticket().tenders().stream()
        .filter(tender ->
            tender instanceof Tender.StoredValue value
                && value.checked()
                && value.number().equals(number))
        .map(Tender::amount)
        .reduce(Money.zero(lane.currency()), Money::plus);
  }

  private long nextTicket() {
    return lane.recorded().lastNumber() + 1;
  }

  private String key(String number, long ticket) {
    return lane.view().lane() + "-" + ticket + " " + number;
  }
}
