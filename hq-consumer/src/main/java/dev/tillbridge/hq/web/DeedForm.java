package dev.tillbridge.hq.web;

import dev.tillbridge.hq.suspense.Deed;
import dev.tillbridge.hq.suspense.Outcome;
import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.screens.signon.Person;
import dev.tillbridge.screens.signon.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every form that does something carries.
 *
 * @param csrf the session's token
 * @param form number of this form, new each time it is shown: sent twice, it acts once
 * @param accountant whether the person signed on may deal with money
 * @param manager whether the person signed on may say whom HQ believes
 * @param note what was typed, when the page comes back with a refusal
 * @param refusal why nothing was changed, empty when nothing was tried
 */
public record DeedForm(
    String csrf, String form, boolean accountant, boolean manager, String note, String refusal) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int FORM_BYTES = 16;
  private static final String CARD_NUMBER =
      "Nothing was changed: the note has what looks like a payment card's number in it, which was"
          + " not kept. Take it off, and send the form again; the payment is known by its masked"
          + " number and the bank's reference.";

  static DeedForm of(Context ctx, Frame frame, String refusal) {
    byte[] number = new byte[FORM_BYTES];
    RANDOM.nextBytes(number);
    Role role = frame.person(ctx).role();
    return new DeedForm(
        frame.csrf(ctx),
        HexFormat.of().formatHex(number),
        role == Role.ACCOUNTANT,
        role == Role.MANAGER,
        text(ctx, "note"),
        refusal);
  }

  /**
   * Does it when the person has the role.
   *
   * @return why nothing was changed; null when it is done
   */
  static @Nullable String done(
      Context ctx, Frame frame, @Nullable Role needed, Function<Deed, Outcome> work) {
    Person person = frame.person(ctx);
    if (needed != null && person.role() != needed) {
      ctx.status(HttpStatus.FORBIDDEN);
      return "Nothing was changed: this needs the role %s, and %s is signed on as %s."
          .formatted(needed.word(), person.name(), person.role().word());
    }
    if (TypedCardNumbers.isIn(typed(ctx, "note"))) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      return CARD_NUMBER;
    }
    Deed deed = new Deed(person, text(ctx, "note"), typed(ctx, "form"));
    return switch (work.apply(deed)) {
      case Outcome.Done done -> null;
      case Outcome.Refused(String reason) -> {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        yield reason;
      }
    };
  }

  /** A field without surrounding blanks; a payment card's number in it is masked. */
  static String text(Context ctx, String name) {
    return TypedCardNumbers.masked(typed(ctx, name));
  }

  /** A field as it was sent, for what this program made itself. */
  static String typed(Context ctx, String name) {
    String value = ctx.formParam(name);
    return value == null ? "" : value.strip();
  }
}
