package dev.tillbridge.model.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredValueNumberTest {

  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final StoredValueNumber number =
      new StoredValueNumber("S01-R07-1923", StoredValueKind.GIFT, 1);

  @Test
  void whatIsWrittenIsReadBackHoweverItIsTyped() {
    assertThat(number.toString()).matches("S01-R07-1923G1-[0-9]{2}");
    assertThat(StoredValueNumber.read(number.toString())).contains(number);
    assertThat(StoredValueNumber.read(" " + number.toString().toLowerCase() + " "))
        .contains(number);
    assertThat(number.isOf("S01-R07")).isTrue();
    assertThat(number.isOf("S01-R0")).isFalse();
  }

  @Test
  void everyWrongCharacterIsFound() {
    String written = number.toString();
    for (int i = 0; i < written.length(); i++) {
      for (char other : CHARACTERS.toCharArray()) {
        if (written.charAt(i) != '-' && written.charAt(i) != other) {
          String wrong = written.substring(0, i) + other + written.substring(i + 1);
          assertThat(StoredValueNumber.read(wrong)).as(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  void twoSwappedNeighboursAreFound() {
    String written = number.toString();
    for (int i = 0; i + 1 < written.length(); i++) {
      char[] swapped = written.toCharArray();
      swapped[i] = written.charAt(i + 1);
      swapped[i + 1] = written.charAt(i);
      if (swapped[i] != swapped[i + 1]) {
        assertThat(StoredValueNumber.read(new String(swapped))).isEmpty();
      }
    }
  }

  @Test
  void noTwoTicketsKindsOrPlacesHaveTheSame() {
    Set<String> seen = new HashSet<>();
    for (String lane : new String[] {"S01-R01", "S01-R02", "S02-R01"}) {
      for (int count = 1; count <= 200; count++) {
        for (StoredValueKind kind : StoredValueKind.values()) {
          for (int place = 1; place <= StoredValueNumber.PLACES; place++) {
            seen.add(new StoredValueNumber(lane + "-" + count, kind, place).toString());
          }
        }
      }
    }
    assertThat(seen).hasSize(3 * 200 * 2 * StoredValueNumber.PLACES);
  }

  @Test
  void aTicketHasNineOfAKind() {
    assertThatThrownBy(() -> new StoredValueNumber("S01-R07-1", StoredValueKind.CREDIT, 10))
        .hasMessageContaining("1 to 9");
  }
}
