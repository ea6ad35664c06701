package dev.tillbridge.register.screen;

import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.card.CardDesk;
import dev.tillbridge.register.card.CardTold;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.receipt.TenderWords;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What the payments panel shows.
 *
 * @param over whether there is no ticket to be paid any more
 * @param payout whether the money goes to the customer
 * @param foreign currencies taken
 * @param told what became of the card asked for last, empty when there is nothing to say
 * @param why more about it, empty when there is no more
 * @param tone of the notice: {@code ok}, {@code warning} or empty
 * @param underWay whether a card payment is under way, so that nothing else can be paid
 * @param callForCode whether the code of a call is awaited
 * @param bank what the bank still has to be told, empty when nothing
 */
public record PaymentsView(
    boolean over,
    boolean payout,
    Money due,
    List<Payment> payments,
    List<Foreign> foreign,
    String told,
    String why,
    String tone,
    boolean underWay,
    boolean callForCode,
    String bank) {

  /** One that was taken. */
  public record Payment(int number, String words, String amount) {}

  /** A currency, and what of it covers all that is due. */
  public record Foreign(String currency, String forAll) {}

  static PaymentsView of(Lane lane, CardDesk cards, Words words) {
    LaneView.Open ticket = lane.view().ticket();
    CardTold told = cards.told();
    List<Payment> payments = new ArrayList<>();
    for (Tender tender : ticket.tenders()) {
      payments.add(
          new Payment(
              payments.size() + 1, TenderWords.of(tender, words), words.money(tender.amount())));
    }
    int waiting = cards.waiting().size();
    return new PaymentsView(
        ticket.isEmpty(),
        ticket.due().isNegative(),
        ticket.due().abs(),
        payments,
        ticket.due().isPositive() ? foreign(lane, ticket.due(), words) : List.of(),
        sentence(told, words),
        why(told, words),
        tone(told),
        ticket.card() != null,
        told instanceof CardTold.CallForCode && ticket.card() != null,
        waiting == 0 ? "" : words.of(Word.BANK_STILL_TO_HEAR, waiting));
  }

  private static List<Foreign> foreign(Lane lane, Money due, Words words) {
    return lane.tenders().foreign().entrySet().stream()
        .map(each ->
            new Foreign(
                each.getKey().getCode(),
                words.of(
                    Word.FOREIGN_FOR_ALL,
                    words.money(covering(due, each.getKey(), each.getValue())))))
        .toList();
  }

  /** The least of a currency that is worth at least what is due. */
  static Money covering(Money due, CurrencyUnit currency, BigDecimal rate) {
    return Money.of(
        currency, due.getAmount().divide(rate, currency.getDecimalPlaces(), RoundingMode.CEILING));
  }

  private static String sentence(CardTold told, Words words) {
    return switch (told) {
      case CardTold.Nothing() -> "";
      case CardTold.Asking asking -> words.of(Word.CARD_ASKING, words.money(asking.amount()));
      case CardTold.Approved(Money amount) -> words.of(Word.CARD_APPROVED, words.money(amount));
      case CardTold.PartlyApproved(Money amount, Money left) ->
          words.of(Word.CARD_IN_PART, words.money(amount), words.money(left));
      case CardTold.Declined(Money amount) -> words.of(Word.CARD_DECLINED);
      case CardTold.CallForCode(Money amount) -> words.of(Word.CARD_CALL, words.money(amount));
      case CardTold.TakenWithoutBank(Money amount) ->
          words.of(Word.CARD_WITHOUT_BANK, words.money(amount));
      case CardTold.NotPossible(Money amount, CardTold.Why why) ->
          words.of(Word.CARD_NOT_POSSIBLE, words.money(amount));
      case CardTold.NotTakenDown(Refusal refusal) -> words.refusal(refusal);
    };
  }

  private static String why(CardTold told, Words words) {
    return told instanceof CardTold.NotPossible(Money amount, CardTold.Why why)
        ? words.of(
            switch (why) {
              case UNKNOWN -> Word.CARD_WHY_UNKNOWN;
              case NO_CARD -> Word.CARD_WHY_NO_CARD;
              case REFUND -> Word.CARD_WHY_REFUND;
              case FLOOR_LIMIT -> Word.CARD_WHY_FLOOR_LIMIT;
              case STORED_NUMBER -> Word.CARD_WHY_STORED_NUMBER;
              case STORED_AMOUNT -> Word.CARD_WHY_STORED_AMOUNT;
              case STORED_AGE -> Word.CARD_WHY_STORED_AGE;
            })
        : "";
  }

  private static String tone(CardTold told) {
    return switch (told) {
      case CardTold.Nothing() -> "";
      case CardTold.Asking asking -> "";
      case CardTold.CallForCode call -> "";
      case CardTold.Approved approved -> "ok";
      case CardTold.PartlyApproved part -> "warning";
      case CardTold.Declined declined -> "warning";
      case CardTold.TakenWithoutBank taken -> "ok";
      case CardTold.NotPossible not -> "warning";
      case CardTold.NotTakenDown not -> "warning";
    };
  }
}
