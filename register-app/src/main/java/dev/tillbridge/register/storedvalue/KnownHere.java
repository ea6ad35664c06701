package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.journal.StoredValueHere;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.projection.LaneState;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What this register may take of a stored value without asking anybody: what was put on it here
 * less what was taken here; for one issued elsewhere the shop's allowance on top.
 *
 * @param left what may be taken now
 * @param issuedHere whether its first issue is known here
 */
public record KnownHere(Money left, boolean issuedHere) {

  static KnownHere of(StoredValueNumber number, AtTheTill till) {
    return of(
        number,
        till.lane().toString(),
        till.state(),
        till.ticket().tenders(),
        till.profile().tenders().storedValueAllowance());
  }

  /**
   * @param onTicket payments taken on the open ticket
   */
  public static KnownHere of(
      StoredValueNumber number,
      String lane,
      LaneState state,
      List<Tender> onTicket,
      Money allowance) {
    boolean here = number.isOf(lane);
    Money left = here ? allowance.minus(allowance) : allowance;
    Optional<StoredValueHere> known =
        state.open().storedValues().stream()
            .filter(each -> each.number().equals(number.toString()))
            .findFirst();
    if (known.isPresent()) {
      left = left.plus(known.get().issued()).minus(known.get().redeemed());
    }
    return new KnownHere(left.minus(onTicket(number.toString(), onTicket, allowance)), here);
  }

  /** What payments with this number come to, in the currency of this amount. */
  static Money onTicket(String number, List<Tender> tenders, Money inCurrency) {
    return tenders.stream()
        .filter(
            tender -> tender instanceof Tender.StoredValue value && value.number().equals(number))
        .map(Tender::amount)
        .reduce(Money.zero(inCurrency.getCurrencyUnit()), Money::plus);
  }
}
