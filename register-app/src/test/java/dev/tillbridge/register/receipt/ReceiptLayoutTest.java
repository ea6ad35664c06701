package dev.tillbridge.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.PickUp;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.lane.Shop;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptLayoutTest {

  private final Shop shop = Shop.open();

  @Test
  void aSaleHasEverythingACustomerMayAskAbout() {
    shop.lane.scan(new Scan("85123A", new BigDecimal("6"), null, null, "536365"));
    shop.lane.scan(Scan.of("71053"));
    shop.lane.scan(new Scan("22752", new BigDecimal("2"), Shop.gbp("7.00"), "damaged box", null));
    shop.lane.scan(Scan.of("21730"));

    shop.lane.tenderCash(Shop.gbp("40.00"));

    assertThat(printed(1))
        .containsExactly(
            "             Tillbridge Shop",
            "              1 High Street",
            "",
            "Ticket S01-R01-1             Operator 1001",
            "2026-11-22 08:30:00",
            "Reference 536365",
            "------------------------------------------",
            "WHITE HANGING HEART T-LIGHT HOLDER",
            "  6 x 2.55                           15.30",
            "WHITE METAL LANTERN                   3.39",
            "SET 7 BABUSHKA NESTING BOXES",
            "  2 x 7.00                           14.00",
            "  * price 7.65 changed: damaged box",
            "GLASS STAR FROSTED T-LIGHT HOLDER     4.25",
            "------------------------------------------",
            "Tax standard 20% incl. on 15.57       3.12",
            "Tax reduced 5% incl. on 13.33         0.67",
            "Tax added 8.875% on 4.25              0.38",
            "TOTAL                            GBP 37.32",
            "Cash                             GBP 40.00",
            "Change                            GBP 2.68",
            "");
  }

  @Test
  void aGiftReceiptHasTheGoodsAndNoPrices() {
    shop.lane.scan(Scan.of("71053"));
    shop.lane.scan(new Scan("22752", new BigDecimal("2"), null, null, null));
    shop.lane.tenderExactCash();

    assertThat(shop.lane.giftReceipt()).isInstanceOf(Outcome.Done.class);

    assertThat(printed(2))
        .containsExactly(
            "             Tillbridge Shop",
            "              1 High Street",
            "",
            "           *** GIFT RECEIPT ***",
            "Ticket S01-R01-1",
            "2026-11-22 08:30:00",
            "------------------------------------------",
            "WHITE METAL LANTERN                    x 1",
            "SET 7 BABUSHKA NESTING BOXES           x 2",
            "------------------------------------------",
            "");
  }

  @Test
  void whatCameBackHasNoGiftReceipt() {
    shop.kind(TicketKind.RETURN);
    shop.lane.scan(Scan.of("71053"));
    shop.lane.tenderExactCash();

    assertThat(shop.lane.giftReceipt())
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NoPresent.class));
  }

  @Test
  void aReturnSaysSoAndWhatIsPaidOut() {
    shop.kind(TicketKind.RETURN);
    shop.lane.scan(Scan.of("71053"));
    shop.lane.tenderExactCash();

    assertThat(printed(1))
        .contains("              *** RETURN ***")
        .contains("  -1 x 3.39                          -3.39")
        .contains("TOTAL                            GBP -3.39")
        .contains("Cash paid out                     GBP 3.39")
        .noneMatch(line -> line.startsWith("Change"));
  }

  @Test
  void aPaymentOnADocumentSaysWhatIsLeftOnIt() {
    shop.lane.scan(Scan.of("22752"));
    shop.lane.carryOut(Begin.order("Mr Ek", null, Shop.gbp("2.00")));
    shop.lane.tenderExactCash();

    assertThat(printed(2))
        .contains("Document S01-R01-D1")
        .contains("Deposit S01-R01-D1                    2.00")
        .contains("LEFT TO PAY ON THE DOCUMENT       GBP 5.65");

    shop.lane.reprint();
    assertThat(printed(3)).contains("LEFT TO PAY ON THE DOCUMENT       GBP 5.65");

    shop.lane.carryOut(new PickUp("S01-R01-D1"));
    shop.lane.tenderExactCash();
    assertThat(printed(4)).noneMatch(line -> line.startsWith("LEFT TO PAY"));
  }

  @Test
  void theTicketsNumberCanBeScannedOffTheReceipt() {
    shop.lane.scan(Scan.of("71053"));
    shop.lane.tenderExactCash();

    printed(1);

    assertThat(shop.devices.printed.getFirst().code())
        .isEqualTo(new Receipt.Code(Receipt.Symbology.CODE128, "S01-R01-1"));
  }

  @Test
  void aReprintIsMarkedAsACopyAndOtherwiseTheSame() {
    shop.lane.scan(Scan.of("71053"));
    shop.lane.tenderExactCash();
    shop.lane.reprint();

    List<String> copy = printed(2);

    assertThat(copy).contains("               *** COPY ***");
    assertThat(copy.stream().filter(line -> !line.contains("COPY")).toList()).isEqualTo(printed(1));
  }

  @Test
  void noLineIsWiderThanThePaper() {
    shop.lane.scan(
        new Scan(
            "85123A",
            new BigDecimal("999999"),
            Shop.gbp("9999999.99"),
            "r".repeat(100),
            "x".repeat(64)));
    shop.lane.tenderExactCash();

    assertThat(printed(1)).allMatch(line -> line.length() <= Receipt.WIDTH);
  }

  private List<String> printed(int receipt) {
    await().until(() -> shop.devices.printed.size() >= receipt);
    return shop.devices.printed.get(receipt - 1).lines();
  }
}
