package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.Besides;
import dev.tillbridge.model.drawer.TenderTotal;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.register.receipt.TenderWords;
import dev.tillbridge.register.words.PaperWord;
import dev.tillbridge.register.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/** A reading in words, the same on paper and on the screen. */
public final class DrawerFigures {

  /** One figure, written as its medium writes amounts. */
  public record Row(String what, String amount) {}

  private final XReading reading;
  private final Words words;
  private final Function<Money, String> amounts;

  /**
   * @param amounts how an amount is written there
   */
  public DrawerFigures(XReading reading, Words words, Function<Money, String> amounts) {
    this.reading = reading;
    this.words = words;
    this.amounts = amounts;
  }

  /** What the takings are made of: net, taxes and charges add up to them. */
  public List<Row> takings() {
    Besides besides = reading.besides();
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(words.of(PaperWord.SALES, Integer.toString(reading.sales())), reading.salesTotal()));
    rows.add(
        row(
            words.of(PaperWord.RETURNS, Integer.toString(reading.returns())),
            reading.returnsTotal()));
    rows.add(row(words.of(PaperWord.VOIDED, Integer.toString(reading.voids())), reading.voided()));
    for (TaxAmount tax : reading.taxes()) {
      rows.add(
          row(
              words.of(
                  PaperWord.TAX,
                  tax.rate().category(),
                  words.plain(tax.rate().percent().stripTrailingZeros()),
                  amounts.apply(tax.net())),
              tax.tax()));
    }
    addUnlessZero(rows, PaperWord.STORED_VALUE_SOLD, besides.storedValueSold());
    addUnlessZero(rows, PaperWord.DEPOSITS, besides.deposits());
    addUnlessZero(rows, PaperWord.FEES, besides.fees());
    addUnlessZero(rows, PaperWord.CASH_ROUNDING, besides.rounding());
    return rows;
  }

  /** By which tenders they were taken, what moved cash besides, and what opened the drawer. */
  public List<Row> inDrawer() {
    Besides besides = reading.besides();
    List<Row> rows = new ArrayList<>();
    for (TenderTotal tender : besides.tenders()) {
      rows.add(
          row(
              "%s (%d)".formatted(TenderWords.kind(tender.kind(), words), tender.count()),
              tender.amount()));
    }
    rows.add(row(words.of(PaperWord.OPENING_FLOAT), reading.openingFloat()));
    rows.add(row(words.of(PaperWord.CASH_TAKEN), reading.cashTaken()));
    addUnlessZero(rows, PaperWord.PAID_IN, besides.payIns());
    addUnlessZero(rows, PaperWord.PAID_OUT, besides.payOuts().negated());
    addUnlessZero(rows, PaperWord.DROPPED, besides.drops().negated());
    if (besides.openedWithoutSale() > 0) {
      rows.add(
          new Row(
              words.of(PaperWord.OPENED_WITHOUT_SALE),
              Integer.toString(besides.openedWithoutSale())));
    }
    return rows;
  }

  private void addUnlessZero(List<Row> rows, PaperWord what, Money amount) {
    if (!amount.isZero()) {
      rows.add(row(words.of(what), amount));
    }
  }

  private Row row(String what, Money amount) {
    return new Row(what, amounts.apply(amount));
  }
}
