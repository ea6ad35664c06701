package dev.tillbridge.model.journal;

import java.util.Objects;

/**
 * A document that this register took over from another lane.
 *
 * @param revision with which it began to be here
 */
public record TakenOver(String number, long revision) {

  public TakenOver {
    Objects.requireNonNull(number, "number is missing");
  }
}
