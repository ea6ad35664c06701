package dev.tillbridge.model.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketTotals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the worked examples that an admin can read. */
class WorkedExamplesTest {

  private static final ExampleText TEXT = ExampleText.read();

  @TestFactory
  Stream<DynamicTest> eachExampleComesOutAsWritten() {
    List<BookValue> book = ExampleBook.of(TEXT.book());
    return TEXT.examples().stream()
        .map(example ->
            dynamicTest(
                example.name().text(),
                () ->
                    comesOut(
                        "%s, line %d".formatted(ExampleText.FILE, example.name().number()),
                        new ExampleBasket(book, example))));
  }

  @Test
  void thereAreManyAndNoTwoHaveOneName() {
    assertThat(TEXT.examples()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(TEXT.examples().stream().map(example -> example.name().text()))
        .doesNotHaveDuplicates();
  }

  private static void comesOut(String where, ExampleBasket example) {
    TicketPricer pricer = example.pricer();
    List<TicketLine> rung = example.lines(pricer);

    List<TicketLine> priced = pricer.price(rung, example.context());
    List<TicketLine> backwards = pricer.price(rung.reversed(), example.context()).reversed();

    TicketTotals totals = TicketTotals.of(priced, CurrencyUnit.GBP);
    assertThat(off(priced)).as("%s, what is taken off", where).isEqualTo(example.off());
    assertThat(costs(priced)).as("%s, what it costs", where).containsAllEntriesOf(example.costs());
    assertThat(taxes(totals)).as("%s, tax", where).containsAllEntriesOf(example.taxes());
    assertThat(totals.total()).as("%s, total", where).isEqualTo(example.total());
    assertThat(costs(backwards)).as("%s, rung backwards", where).isEqualTo(costs(priced));
  }

  private static Map<String, Money> off(List<TicketLine> lines) {
    Map<String, Money> off = new TreeMap<>();
    for (TicketLine line : lines) {
      for (LineDiscount discount : line.discounts()) {
        String by = discount.promotion() == null ? discount.name() : discount.promotion();
        off.merge(by, discount.amount(), Money::plus);
      }
    }
    return off;
  }

  private static Map<String, Money> costs(List<TicketLine> lines) {
    Map<String, Money> costs = new TreeMap<>();
    lines.forEach(line -> costs.merge(line.item(), line.amount(), Money::plus));
    return costs;
  }

  private static Map<String, Money> taxes(TicketTotals totals) {
    Map<String, Money> taxes = new TreeMap<>();
    for (TaxAmount tax : totals.taxes()) {
      taxes.put(tax.rate().category(), tax.tax());
    }
    return taxes;
  }
}
