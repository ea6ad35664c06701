package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tillbridge.hq.books.CustomerReport;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.journal.CustomerRecorded;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which card is whose, by what two lanes say of Ada and Bo, in whatever order it comes. */
class CustomerCardsTest {

  private static final String CARD = "9811000000000018";

  private final TestBooks books = new TestBooks();
  private final Ingest ingest = books.ingest();
  private final LaneTape one = new LaneTape("S01-R01");
  private final LaneTape two = new LaneTape("S01-R02");
  private final CustomerReport report = new CustomerReport(books.books(), CurrencyUnit.of("GBP"));
  private int cases;

  @TempDir private Path folder;

  /** The customers and the card of one order of arrival; all orders share one database. */
  private record Case(String ada, String bo, String card, String phone) {}

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void ofTwoCustomersWithOneCardTheOneWhoWasGivenItLaterHasIt() throws Exception {
    ingest.post(List.of(two.write(said("S01-R02-C1", 1, "Bo", CARD, "10:05", null))));
    ingest.post(List.of(one.write(said("S01-R01-C1", 1, "Ada", CARD, "10:00", null))));

    assertThat(report.givenTwice())
        .containsExactly(
            new CustomerReport.Card(
                CARD, at("10:00"), new CustomerReport.Lost(1, "Bo", "S01-R02", at("10:05"))));
    assertThat(report.find(CARD)).hasSize(2);
    try (HqWeb web = HqScreens.over(books, folder)) {
      Accountant olga = new Accountant(web.url()).signOn();
      assertThat(olga.get("/customers").body())
          .contains("Cards given to two customers", "and to Bo at S01-R02")
          .contains("card " + CARD + " went to Bo");

      ingest.post(List.of(one.write(said("S01-R01-C1", 2, "Ada", null, "10:30", null))));
      assertThat(olga.get("/customers").body()).doesNotContain("Cards given to two");
    }
    ingest.post(List.of(two.write(said("S01-R02-C1", 2, "Bo", null, "11:00", null))));
    assertThat(report.find(""))
        .extracting(CustomerReport.Person::card)
        .containsExactlyInAnyOrder(
            new CustomerReport.Card(null, at("10:30"), null),
            new CustomerReport.Card(null, at("11:00"), null));
  }

  @Test
  void aCardGivenUpIsTheNextCustomersAlsoWhenTheirLanesClockIsBehind() {
    inEveryOrder(
        each ->
            List.of(
                one.write(said(each.ada(), 1, "Ada", each.card(), "10:07", null)),
                one.write(said(each.ada(), 2, "Ada", null, "10:10", null)),
                two.write(said(each.bo(), 1, "Bo", each.card(), "10:05", null))),
        each -> {
          assertThat(cardOf(each.ada()))
              .isEqualTo(new CustomerReport.Card(null, at("10:10"), null));
          assertThat(cardOf(each.bo()))
              .isEqualTo(new CustomerReport.Card(each.card(), at("10:05"), null));
          assertThat(report.givenTwice()).isEmpty();
        });
  }

  @Test
  void aCardGivenByMistakeAndTakenBackIsWhoseItWas() {
    inEveryOrder(
        each ->
            List.of(
                one.write(said(each.ada(), 1, "Ada", each.card(), "10:00", null)),
                two.write(said(each.bo(), 1, "Bo", each.card(), "10:05", null)),
                two.write(said(each.bo(), 2, "Bo", null, "10:06", null))),
        each -> {
          assertThat(cardOf(each.ada()))
              .isEqualTo(new CustomerReport.Card(each.card(), at("10:00"), null));
          assertThat(report.givenTwice()).isEmpty();
        });
  }

  @Test
  void lanesAreToldAgainWhoHasACardWhenItIsTakenBack() {
    ingest.post(List.of(one.write(said("S01-R01-C1", 1, "Ada", CARD, "10:00", null))));
    ingest.post(List.of(two.write(said("S01-R02-C1", 1, "Bo", CARD, "10:05", null))));
    books.administerHere("update shared set stale = false");

    ingest.post(List.of(two.write(said("S01-R02-C1", 2, "Bo", null, "10:06", null))));

    assertThat(
            books.value("select string_agg(subject, ' ' order by subject) from shared where stale"))
        .isEqualTo("1 2");
  }

  @Test
  void ofTheCardsOfCustomersWhoAreOneTheOtherIsShownUntilItIsGivenAgain() throws Exception {
    inEveryOrder(
        each ->
            List.of(
                one.write(said(each.ada(), 1, "Ada", each.card(), "10:00", each.phone())),
                two.write(said(each.bo(), 1, "Ada L", each.card() + "B", "10:05", each.phone()))),
        each -> {
          assertThat(cardOf(each.ada()))
              .isEqualTo(new CustomerReport.Card(each.card() + "B", at("10:05"), null));
          assertThat(report.find(each.ada()).getFirst().leftBehind())
              .extracting(CustomerReport.LeftBehind::number, CustomerReport.LeftBehind::id)
              .containsExactly(tuple(each.card(), each.ada()));
        });
    String card = report.leftBehind().getFirst().number();
    try (HqWeb web = HqScreens.over(books, folder)) {
      Accountant olga = new Accountant(web.url()).signOn();
      assertThat(olga.get("/customers").body()).contains("Cards left behind", card);

      ingest.post(List.of(two.write(said("S01-R02-C900", 1, "Cy", card, "10:30", null))));
    }
    assertThat(report.leftBehind())
        .extracting(CustomerReport.LeftBehind::number)
        .doesNotContain(card)
        .isNotEmpty();
  }

  private void inEveryOrder(Function<Case, List<byte[]>> said, Consumer<Case> then) {
    int count = said.apply(next()).size();
    for (List<Integer> order : orders(count)) {
      Case each = next();
      List<byte[]> entries = said.apply(each);
      order.forEach(i -> ingest.post(List.of(entries.get(i))));
      then.accept(each);
    }
  }

  private Case next() {
    cases++;
    return new Case(
        "S01-R01-C" + (100 + cases),
        "S01-R02-C" + (100 + cases),
        "SHOP" + (1_000 + cases),
        "0207946" + (1_000 + cases));
  }

  private static List<List<Integer>> orders(int count) {
    if (count == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (List<Integer> shorter : orders(count - 1)) {
      for (int at = 0; at <= shorter.size(); at++) {
        List<Integer> order = new ArrayList<>(shorter);
        order.add(at, count - 1);
        orders.add(order);
      }
    }
    return orders;
  }

  private CustomerReport.@Nullable Card cardOf(String id) {
    return report.find(id).getFirst().card();
  }

  private static CustomerRecorded said(
      String id,
      long revision,
      String name,
      @Nullable String card,
      String at,
      @Nullable String phone) {
    return new CustomerRecorded(
        0,
        new Customer(id, revision, name, phone, null, null, null, false)
            .with(new CustomerCard(card, at(at))));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-20T" + time + ":00Z");
  }
}
