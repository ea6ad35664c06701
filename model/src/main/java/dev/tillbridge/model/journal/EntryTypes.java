package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names entries have on the wire, as {@link EntryBody} declares them. */
final class EntryTypes {

  private static final Map<Class<?>, String> NAMES =
      Arrays.stream(EntryBody.class.getAnnotation(JsonSubTypes.class).value())
          .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

  private EntryTypes() {}

  static String of(EntryBody body) {
    return Objects.requireNonNull(NAMES.get(body.getClass()), "every kind of entry has a name");
  }
}
