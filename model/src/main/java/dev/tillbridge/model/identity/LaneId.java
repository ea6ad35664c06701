package dev.tillbridge.model.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One register of one store, written {@code S01-R07}. */
public record LaneId(String store, String register) implements Comparable<LaneId> {

  private static final Pattern PART = Pattern.compile("[A-Z0-9]{1,12}");

  public LaneId {
    requirePart("store", store);
    requirePart("register", register);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is not {@code STORE-REGISTER}
   */
  @JsonCreator
  public static LaneId parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException(
          "A lane is written STORE-REGISTER, for example S01-R07; got \"" + text + "\".");
    }
    return new LaneId(text.substring(0, dash), text.substring(dash + 1));
  }

  private static void requirePart(String name, String value) {
    if (!PART.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A " + name + " id has 1 to 12 capital letters or digits; got \"" + value + "\".");
    }
  }

  @Override
  public int compareTo(LaneId other) {
    int byStore = store.compareTo(other.store);
    return byStore != 0 ? byStore : register.compareTo(other.register);
  }

  @Override
  @JsonValue
  public String toString() {
    return store + "-" + register;
  }
}
