package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.time.LocalDateTime;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pays with a gift certificate or store credit.
 *
 * @param amount null for as much of what is due as may be taken of it
 */
public record Redeem(String number, @Nullable Money amount, Limit limit) implements TillCommand {

  /** Without asking HQ. */
  public Redeem(String number, @Nullable Money amount) {
    this(number, amount, new Limit.Unasked());
  }

  /** What may be taken, and what the clerk is told when it is too little. */
  private record Allowed(Money left, Refusal otherwise) {}

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    Optional<StoredValueNumber> read = StoredValueNumber.read(number);
    if (read.isEmpty()) {
      return Optional.of(new StoredValueRefusal.NotANumber(number));
    }
    StoredValueNumber value = read.get();
    Money due = till.due();
    if (!due.isPositive() || (amount != null && !amount.isPositive())) {
      return Optional.of(new StoredValueRefusal.NothingToPay());
    }
    Allowed allowed = allowed(value, till);
    Money wanted = amount != null ? amount : allowed.left().isLessThan(due) ? allowed.left() : due;
    return wanted.isPositive() && !wanted.isGreaterThan(allowed.left())
        ? till.pay(
            new Tender.StoredValue(
                wanted, value.kind(), value.toString(), limit instanceof Limit.AtHq))
        : Optional.of(allowed.otherwise());
  }

  private Allowed allowed(StoredValueNumber value, AtTheTill till) {
    String name = value.toString();
    return switch (limit) {
      case Limit.AtHq(Money most) -> new Allowed(most, new StoredValueRefusal.OnlyAtHq(name, most));
      case Limit.Unasked unasked -> here(value, till);
      case Limit.LastKnown known -> {
        Money left =
            known.left().minus(KnownHere.onTicket(name, till.ticket().tenders(), known.left()));
        Allowed here = here(value, till);
        yield left.isLessThan(here.left())
            ? new Allowed(
                left,
                new StoredValueRefusal.OnlyLastKnown(
                    name, left, LocalDateTime.ofInstant(known.at(), till.profile().zone())))
            : here;
      }
    };
  }

  private static Allowed here(StoredValueNumber value, AtTheTill till) {
    KnownHere known = KnownHere.of(value, till);
    Money zero = known.left().minus(known.left());
    return new Allowed(
        known.left(),
        known.issuedHere()
            ? new StoredValueRefusal.OnlyLeft(value.toString(), known.left())
            : new StoredValueRefusal.OverAllowance(
                value.toString(),
                till.profile().tenders().storedValueAllowance(),
                known.left().isNegative() ? zero : known.left()));
  }
}
