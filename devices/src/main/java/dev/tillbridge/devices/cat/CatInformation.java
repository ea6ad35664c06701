package dev.tillbridge.devices.cat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields in a CAT's AdditionalSecurityInformation, written {@code name=value;name=value}.
 *
 * <p>To the terminal: {@code key}, {@code currency}, and {@code code} or {@code token} with a
 * completion. From the terminal: {@code sent} (yes or no), {@code token}.
 */
public record CatInformation(Map<String, String> fields) {

  public static final String KEY = "key";
  public static final String CURRENCY = "currency";
  public static final String CODE = "code";
  public static final String TOKEN = "token";
  public static final String SENT = "sent";

  public CatInformation {
    fields = Map.copyOf(fields);
  }

  /** Reads the written form; anything else, such as another vendor's data, has no fields. */
  public static CatInformation parse(@Nullable String written) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : written == null ? new String[0] : written.split(";", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    return new CatInformation(fields);
  }

  /** The field's value, empty when it is not there. */
  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /**
   * The written form.
   *
   * @throws IllegalArgumentException when a value has a {@code ;}
   */
  public String written() {
    return fields.entrySet().stream()
        .map(field -> {
          if (field.getValue().contains(";")) {
            throw new IllegalArgumentException(field.getKey() + " may not contain \";\".");
          }
          return field.getKey() + "=" + field.getValue();
        })
        .sorted()
        .collect(Collectors.joining(";"));
  }
}
