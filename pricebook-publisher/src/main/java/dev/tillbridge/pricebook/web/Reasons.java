package dev.tillbridge.pricebook.web;

import java.util.List;

/** The reason that a step needs. */
final class Reasons {

  private Reasons() {}

  static Steps.Result missing(String state) {
    return new Steps.Result.Refused(
        List.of("Say why: it is kept with your name. Nothing was changed, " + state + "."));
  }
}
