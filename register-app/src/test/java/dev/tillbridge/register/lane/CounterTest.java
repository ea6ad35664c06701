package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.devices.peripherals.DeviceOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CounterTest {

  private final Shop shop = Shop.open();

  @AfterEach
  void free() {
    shop.devices.free();
  }

  @Test
  void aCompletedSaleKicksShowsTheChangeAndPrints() {
    sell();

    await().until(() -> last().printed());

    assertThat(shop.devices.kicks).isEqualTo(1);
    assertThat(shop.devices.shown).contains("TOTAL           3.39|CHANGE          1.61");
    assertThat(shop.devices.printed).hasSize(1);
    assertThat(last().problem()).isNull();
  }

  @Test
  void aPrinterFaultNeitherUndoesNorBlocksASale() {
    shop.devices.printer = CounterDevices.PAPER_OUT;

    sell();
    await().until(() -> last().problem() != null);

    assertThat(last().printed()).isFalse();
    assertThat(last().problem()).isEqualTo("The paper is out. Put in a new roll.");
    assertThat(shop.devices.kicks).isEqualTo(1);
    assertThat(shop.journal.entries()).hasSize(2);
    assertThat(sell()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aReprintAfterTheFaultPrintsACopy() {
    shop.devices.printer = CounterDevices.PAPER_OUT;
    sell();
    await().until(() -> last().problem() != null);
    shop.devices.printer = new DeviceOutcome.Done();

    assertThat(shop.lane.reprint()).isInstanceOf(Outcome.Done.class);
    await().until(() -> last().printed());

    assertThat(last().problem()).isNull();
    assertThat(shop.devices.printed.getFirst().lines()).anyMatch(line -> line.contains("COPY"));
    assertThat(shop.devices.kicks).isEqualTo(1);
  }

  @Test
  void aStuckPrinterDoesNotHoldUpTheNextSales() {
    shop.devices.jam();

    for (int i = 0; i < 5; i++) {
      assertThat(sell()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(shop.devices.printed).isEmpty();
    assertThat(last().printed()).isFalse();
    shop.devices.free();

    await().until(() -> shop.devices.printed.size() == 5);
    await().until(() -> last().printed());
  }

  @Test
  void receiptsBeyondTheQueuesLimitAreLeftToAReprint() {
    shop.devices.jam();
    sell();
    await().until(() -> shop.devices.kicks == 1);

    for (int i = 0; i < LaneLimits.COUNTER_WORK_MAX + 1; i++) {
      assertThat(sell()).isInstanceOf(Outcome.Done.class);
    }

    assertThat(last().problem()).contains("wait for the printer");
    assertThat(shop.lane.reprint()).isInstanceOf(Outcome.Refused.class);
    shop.devices.free();
    await().until(() -> shop.lane.reprint() instanceof Outcome.Done);
    await().until(() -> last().printed());
  }

  @Test
  void aDrawerFaultIsToldBesideAPrintedReceipt() {
    shop.devices.drawer =
        new DeviceOutcome.Fault("cash drawer", "The drawer does not answer.", "Use the key.");

    sell();
    await().until(() -> last().printed());

    assertThat(last().problem()).isEqualTo("The drawer does not answer. Use the key.");
  }

  @Test
  void theReceiptOfAnEarlierSaleSaysNothingAboutTheLastOne() {
    shop.devices.jam();
    sell();
    shop.devices.printer = CounterDevices.PAPER_OUT;
    sell();
    shop.devices.free();

    await().until(() -> last().problem() != null);

    assertThat(last().number()).isEqualTo("S01-R01-2");
  }

  @Test
  void afterARestartTheReceiptOfTheLastSaleIsInDoubtAndCanBeCopied() {
    sell();
    await().until(() -> last().printed());
    shop.restart();
    shop.lane.signOn("1001", "1234");

    assertThat(last().printed()).isFalse();
    assertThat(last().problem()).contains("before this register was started");
    assertThat(shop.lane.reprint()).isInstanceOf(Outcome.Done.class);
    await().until(() -> last().printed());
  }

  private Outcome sell() {
    shop.scan("71053", "1");
    return shop.lane.tenderCash(gbp("5.00"));
  }

  private LaneView.Last last() {
    return there(shop.lane.view().last());
  }
}
