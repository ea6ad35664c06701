package dev.tillbridge.pricebook.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads moments by the shop's clock on the wall; a date alone is its midnight. */
final class Moments extends StdDeserializer<LocalDateTime> {

  Moments() {
    super(LocalDateTime.class);
  }

  @Override
  public LocalDateTime deserialize(JsonParser parser, DeserializationContext context) {
    String text = String.valueOf(parser.getValueAsString()).strip();
    try {
      return text.length() == "2026-01-31".length()
          ? LocalDate.parse(text).atStartOfDay()
          : LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeParseException e) {
      InvalidFormatException wrong =
          InvalidFormatException.from(
              parser,
              "a moment is written 2026-01-31 or 2026-01-31T18:00; got \"" + text + "\".",
              text,
              LocalDateTime.class);
      wrong.addSuppressed(e);
      throw wrong;
    }
  }
}
