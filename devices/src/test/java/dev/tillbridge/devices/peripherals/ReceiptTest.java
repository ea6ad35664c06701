package dev.tillbridge.devices.peripherals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {

  @Test
  void lineWiderThanThePaperContinuesOnTheNext() {
    Receipt receipt = new Receipt(List.of("x".repeat(100), "", "end"), true);

    assertThat(receipt.lines())
        .containsExactly("x".repeat(42), "x".repeat(42), "x".repeat(16), "", "end");
  }

  @Test
  void itemNameCannotCommandThePrinter() {
    Receipt receipt = new Receipt(List.of("Tea\u001b|fP\ncut"), true);

    assertThat(receipt.lines()).containsExactly("Tea |fP cut");
  }
}
