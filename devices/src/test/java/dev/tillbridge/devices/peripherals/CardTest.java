package dev.tillbridge.devices.peripherals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {

  @ParameterizedTest
  @ValueSource(strings = {"4000001234567899", "4000001*****7899", "400000*****67899", "12345"})
  void moreThanTheMaskAllowsIsRefusedWithoutRepeatingIt(String number) {
    assertThatThrownBy(() -> new Card(number, "Visa", "t"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(number);
  }

  @Test
  void numberAsATokenIsRefused() {
    assertThatThrownBy(() -> new Card("****1234", "Visa", "4000001234567899"))
        .hasMessageNotContaining("4000001234567899");
  }

  @ParameterizedTest
  @ValueSource(strings = {"400000******7899", "************7899", "7899", ""})
  void maskedNumbersAreTaken(String masked) {
    assertThat(new Card(masked, "Visa", "abc").masked()).isEqualTo(masked);
  }
}
