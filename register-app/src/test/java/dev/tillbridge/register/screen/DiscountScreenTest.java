package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import dev.tillbridge.register.lane.Books;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Discounts, coupons and labels as the page and other programs see them. */
class DiscountScreenTest {

  /** Simulated devices are one set per lane and JVM. */
  private static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir private Path folder;
  private Counter counter;
  private Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S08", "R" + REGISTERS.incrementAndGet()), 0);
    counter.books.set(
        Books.of(
            12,
            Books.item("A", "Lantern", "10.00"),
            Books.item("321", "Apples", "1.99", Books.KG),
            Books.embedded("21", Carries.WEIGHT, 3),
            Books.tenPercent("P1", "SAVE10", "STAFF")));
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }

  @Test
  void aDiscountIsShownBeneathItsLineWithItsReasonAndTheSavings() {
    till.htmx("/lane/scan", "code", "A");

    String page = till.htmx("/lane/line/1/discount", "discount", "15%", "reason", "Damaged").body();

    assertThat(page).contains("Damaged").contains("−£1.50").contains("You save £1.50");
    JsonNode lane = till.lane();
    assertThat(lane.at("/ticket/lines/0/discounts/0/name").asString()).isEqualTo("Damaged");
    assertThat(lane.at("/ticket/lines/0/discounts/0/amount").asString()).isEqualTo("GBP 1.50");
    assertThat(lane.at("/ticket/saved").asString()).isEqualTo("GBP 1.50");
    assertThat(lane.at("/ticket/total").asString()).isEqualTo("GBP 8.50");
  }

  @Test
  void aTicketsDiscountInMoneyIsGivenAndTakenAway() {
    till.json("/lane/scan", "code", "A");

    JsonNode given = till.json("/lane/discount", "discount", "2.50", "reason", "Goodwill").json();
    JsonNode taken = till.json("/lane/discount", "discount", "0", "reason", "").json();

    assertThat(given.at("/ticket/total").asString()).isEqualTo("GBP 7.50");
    assertThat(taken.at("/ticket/total").asString()).isEqualTo("GBP 10.00");
  }

  @Test
  void aDiscountThatCannotBeReadChangesNothing() {
    till.json("/lane/scan", "code", "A");

    String words =
        till.json("/lane/line/1/discount", "discount", "ten%", "reason", "Damaged").refusal();

    assertThat(words).contains("\"ten\" is not a number");
    assertThat(till.lane().at("/ticket/total").asString()).isEqualTo("GBP 10.00");
  }

  @Test
  void aClerkIsToldTheLimitAndFindsTheWayToAManager() {
    till.json("/sign-off");
    till.json("/sign-on", "operator", "bo", "pin", "2222");
    till.json("/lane/scan", "code", "A");

    String refused =
        till.htmx("/lane/line/1/discount", "discount", "50%", "reason", "Damaged").body();

    assertThat(refused)
        .contains("Bo Lind may take 10 % off by hand: £1.00 for Lantern, not £5.00.")
        .contains("ask a manager to sign on over you");
    assertThat(till.get("/sign-on").body()).contains("Back to the till").contains("1 line");
    till.json("/sign-on", "operator", "ann", "pin", "1111");
    JsonNode given =
        till.json("/lane/line/1/discount", "discount", "50%", "reason", "Damaged").json();
    assertThat(given.at("/ticket/total").asString()).isEqualTo("GBP 5.00");
  }

  @Test
  void whoAllowsReadsInThePanelWhatIsAskedAndAnswersThatQuestionOnly() {
    till.json("/sign-off");
    till.json("/sign-on", "operator", "bo", "pin", "2222");
    till.json("/lane/scan", "code", "A");
    assertThat(till.get("/panel/approve").body())
        .contains("Nothing was refused just now")
        .doesNotContain("name=\"pin\"");
    till.json("/lane/line/1/discount", "discount", "50%", "reason", "Damaged");

    String panel = till.get("/panel/approve").body();

    assertThat(panel)
        .contains("Bo Lind asks for:", "£5.00 off Lantern by hand; Bo Lind may take off £1.00.");
    String asked = panel.replaceAll("(?s).*name=\"asked\" value=\"(\\d+)\".*", "$1");
    String another =
        till.json("/lane/approve", "operator", "ann", "pin", "1111", "asked", "9").refusal();
    assertThat(another).contains("nothing to approve");
    assertThat(till.lane().at("/ticket/total").asString()).isEqualTo("GBP 10.00");
    JsonNode given =
        till.json("/lane/approve", "operator", "ann", "pin", "1111", "asked", asked).json();
    assertThat(given.at("/ticket/total").asString()).isEqualTo("GBP 5.00");
  }

  @Test
  void couponAndCustomerGroupStandInTheHeadOfTheTicket() {
    till.htmx("/lane/scan", "code", "A");

    till.htmx("/lane/coupon", "coupon", "save10");
    String page = till.htmx("/lane/group", "group", "staff").body();

    assertThat(page).contains("Coupon SAVE10").contains("Group STAFF");
    assertThat(till.lane().at("/ticket/pricing/coupons/0").asString()).isEqualTo("SAVE10");
    assertThat(till.json("/lane/coupon", "coupon", "X").refusal()).contains("asks for the coupon");
    assertThat(till.htmx("/lane/coupon/remove", "coupon", "SAVE10").body())
        .doesNotContain("Coupon SAVE10");
  }

  @Test
  void aWeighedLineShowsItsUnitOnScreenAndPaper() {
    till.htmx("/lane/scan", "code", Books.checked("210032100482"));

    String page = till.get("/").body();

    assertThat(page)
        .contains("<b>0.482</b>\u00a0kg ×\u00a0£1.99")
        .contains("The label says the weight");
    assertThat(till.lane().at("/ticket/lines/0/unit").asString()).isEqualTo("kg");
  }

  @Test
  void whyAPriceIsWhatItIsCanBeOpenedOnTheLine() {
    till.htmx("/lane/scan", "code", "A");
    till.htmx("/lane/line/1/price", "price", "9.00", "reason", "Shelf");

    assertThat(till.get("/").body())
        .contains("why this price")
        .contains("Price book 12, asked for ")
        .contains("no price zone")
        .contains("The price everywhere.")
        .contains("Changed by hand from £10.00: Shelf.");
  }

  @Test
  void theBarNamesTheTicketsOwnBookWhileANewerOneIsInForce() {
    till.json("/lane/scan", "code", "A");

    counter.books.set(Books.of(13, Books.item("A", "Lantern", "11.00")));
    counter.lane.priceBookChanged();

    assertThat(till.get("/status").body()).contains("Price book 13 (this ticket: 12)");
    JsonNode paid = till.json("/lane/tender/cash", "amount", "exact").json();
    assertThat(paid.at("/last/total").asString()).isEqualTo("GBP 10.00");
    assertThat(till.get("/status").body()).doesNotContain("this ticket");
  }
}
