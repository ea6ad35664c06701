package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pays with a gift certificate or store credit, without asking HQ.
 *
 * @param amount null for as much of what is due as may be taken of it
 */
public record Redeem(String number, @Nullable Money amount) implements TillCommand {

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
    KnownHere known = KnownHere.of(value, till);
    Money wanted = amount != null ? amount : known.left().isLessThan(due) ? known.left() : due;
    if (!wanted.isPositive() || wanted.isGreaterThan(known.left())) {
      return Optional.of(
          known.issuedHere()
              ? new StoredValueRefusal.OnlyLeft(value.toString(), known.left())
              : new StoredValueRefusal.OverAllowance(
                  value.toString(),
                  till.profile().tenders().storedValueAllowance(),
                  known.left().isNegative() ? known.left().minus(known.left()) : known.left()));
    }
    return till.pay(new Tender.StoredValue(wanted, value.kind(), value.toString(), false));
  }
}
