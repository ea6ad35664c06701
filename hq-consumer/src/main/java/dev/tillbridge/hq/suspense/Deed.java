package dev.tillbridge.hq.suspense;

import dev.tillbridge.screens.signon.Person;
import java.util.Optional;

/**
 * Who does something, why, and with which form.
 *
 * @param note why, in the person's own words; mandatory
 * @param form number of the form it was sent with: a form sent twice acts once
 */
public record Deed(Person person, String note, String form) {

  public static final int NOTE_MAX = 1_000;
  private static final int FORM_MAX = 64;

  public Deed {
    // A PostgreSQL text cannot hold NUL.
    note = note.replace("\0", "").strip();
  }

  /** Why it cannot be done like this; empty when it can. */
  Optional<String> refusal() {
    if (note.isEmpty()) {
      return Optional.of("Nothing was changed: write down why. The note is kept with your name.");
    }
    if (note.length() > NOTE_MAX) {
      return Optional.of(
          "Nothing was changed: the note has %,d characters, %,d are kept. Shorten it."
              .formatted(note.length(), NOTE_MAX));
    }
    if (form.isEmpty() || form.length() > FORM_MAX) {
      return Optional.of("Nothing was changed: the form was damaged. Load the page and try again.");
    }
    return Optional.empty();
  }
}
