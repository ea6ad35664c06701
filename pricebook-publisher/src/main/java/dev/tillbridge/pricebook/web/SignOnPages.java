package dev.tillbridge.pricebook.web;

import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.page.SignOnForm;
import dev.tillbridge.screens.signon.SignOn;
import dev.tillbridge.screens.signon.SignedOn;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Signing on and off. */
final class SignOnPages {

  private final SignOn signOn;
  private final Frame frame;

  SignOnPages(SignOn signOn, Frame frame) {
    this.signOn = signOn;
    this.frame = frame;
  }

  void form(Context ctx) {
    show(ctx, "", null);
  }

  void signOn(Context ctx) {
    String person = given(ctx, "person");
    switch (signOn.signOn(ctx, person, given(ctx, "secret"))) {
      case SignedOn.As as -> ctx.redirect("/", HttpStatus.SEE_OTHER);
      case SignedOn.Refused(String message) -> show(ctx, person, message);
    }
  }

  void signOff(Context ctx) {
    signOn.signOff(ctx);
    ctx.redirect(SignOn.PATH, HttpStatus.SEE_OTHER);
  }

  private void show(Context ctx, String person, @Nullable String refusal) {
    Screens.signOnPage(
        ctx, frame.bare(ctx, "Sign on"), new SignOnForm("Price book", person, refusal));
  }

  private static String given(Context ctx, String name) {
    String value = ctx.formParam(name);
    return value == null ? "" : value.strip();
  }
}
