package dev.tillbridge.screens.page;

import dev.tillbridge.model.card.TypedCardNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The shared sign-on form. It posts {@code person} and {@code secret} to {@code /sign-on}.
 *
 * @param person what was typed before, to type only the secret again
 * @param refusal why the last attempt failed, null at first
 */
public record SignOnForm(String heading, String person, @Nullable String refusal) {

  /** A payment card's number in what was typed is masked. */
  public SignOnForm {
    person = TypedCardNumbers.masked(person);
  }
}
