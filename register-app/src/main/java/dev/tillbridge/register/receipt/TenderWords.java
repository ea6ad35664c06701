package dev.tillbridge.register.receipt;

import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;

/** Tenders in words, for paper and screen. */
public final class TenderWords {

  private TenderWords() {}

  public static String of(StoredValueKind kind, Words words) {
    return words.of(
        switch (kind) {
          case GIFT -> PaperWord.GIFT;
          case CREDIT -> PaperWord.CREDIT;
        });
  }

  public static String of(Tender tender, Words words) {
    return switch (tender) {
      case Tender.Cash cash -> words.of(PaperWord.CASH);
      case Tender.ForeignCash cash ->
          words.of(
              PaperWord.FOREIGN_CASH, words.coded(cash.foreign().abs()), words.plain(cash.rate()));
      case Tender.Card card -> card.card().scheme() + " " + card.card().masked();
      case Tender.StoredValue value -> of(value.kind(), words) + " " + value.number();
      case Tender.Deposit deposit -> words.of(PaperWord.DEPOSIT, deposit.document());
    };
  }

  /** A drawer session's kind of tender, such as {@code card:Visa}. */
  public static String kind(String kind, Words words) {
    int of = kind.indexOf(':');
    if (of < 0) {
      return words.text(kind);
    }
    String which = kind.substring(of + 1);
    return kind.startsWith("stored-value:")
        ? of(StoredValueKind.valueOf(which), words)
        : words.text(kind.substring(0, of)) + " " + which;
  }
}
