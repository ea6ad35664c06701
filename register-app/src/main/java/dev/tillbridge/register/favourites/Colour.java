package dev.tillbridge.register.favourites;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A key's colour, by its name; the stylesheet knows its shade in either theme. */
public enum Colour {
  GREEN,
  BLUE,
  ORANGE,
  PURPLE,
  RED,
  TEAL,
  YELLOW,
  GREY;

  /**
   * @throws IllegalArgumentException with what is allowed
   */
  public static Colour of(String name) {
    return Arrays.stream(values())
        .filter(colour -> colour.cssName().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the colour \"%s\"; allowed are %s"
                    .formatted(
                        name,
                        Arrays.stream(values())
                            .map(Colour::cssName)
                            .collect(Collectors.joining(", ")))));
  }

  public String cssName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
