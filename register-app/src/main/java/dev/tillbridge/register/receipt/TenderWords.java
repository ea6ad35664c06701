package dev.tillbridge.register.receipt;

import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tender.Tender;

/** Tenders in words, for paper and screen. */
public final class TenderWords {

  private TenderWords() {}

  public static String of(StoredValueKind kind) {
    return switch (kind) {
      case GIFT -> "Gift certificate";
      case CREDIT -> "Store credit";
    };
  }

  public static String of(Tender tender) {
    return switch (tender) {
      case Tender.Cash cash -> "Cash";
      case Tender.ForeignCash cash ->
          "Cash %s at %s".formatted(cash.foreign().abs(), cash.rate().toPlainString());
      case Tender.Card card -> card.card().scheme() + " " + card.card().masked();
      case Tender.StoredValue value -> of(value.kind()) + " " + value.number();
      case Tender.Deposit deposit -> "Deposit " + deposit.document();
    };
  }
}
