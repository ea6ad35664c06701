package dev.tillbridge.screens.signon;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people of one screen, read from a properties file: {@code ID.name}, {@code ID.role} and
 * {@code ID.pin} (or {@code ID.password}), the last as printed by {@link HashPassword}.
 */
public final class People {

  /** More people than this in a file is refused. */
  static final int PEOPLE_MAX = 10_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final Map<String, Known> byId;

  private People(Map<String, Known> byId) {
    this.byId = byId;
  }

  record Known(Person person, PasswordHash secret) {}

  /**
   * Reads the file.
   *
   * @param roles allowed in this file
   * @throws InvalidSetting naming file, person and what is wrong
   */
  public static People read(Path file, Set<Role> roles) {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidSetting("Cannot read the people file " + file + ": " + e.getMessage() + ".");
    }
    Map<String, Known> byId = new LinkedHashMap<>();
    grouped(file, values)
        .forEach((id, fields) -> byId.put(id, new PersonText(file, id, fields).read(roles)));
    if (byId.isEmpty()) {
      throw new InvalidSetting(
          file + ": nobody is in it. Add ID.name, ID.role and ID.pin for each person.");
    }
    if (byId.size() > PEOPLE_MAX) {
      throw new InvalidSetting(
          file + ": " + byId.size() + " people are in it, at most " + PEOPLE_MAX + " are allowed.");
    }
    return new People(byId);
  }

  private static Map<String, Map<String, String>> grouped(Path file, Properties values) {
    Map<String, Map<String, String>> grouped = new TreeMap<>();
    for (String key : values.stringPropertyNames()) {
      int dot = key.indexOf('.');
      if (dot < 0 || !ID.matcher(key.substring(0, dot)).matches()) {
        throw new InvalidSetting(
            file
                + ": the key \""
                + key
                + "\" is not ID.name, ID.role, ID.pin or ID.password, with an ID of up to 32"
                + " letters, digits, - and _.");
      }
      grouped
          .computeIfAbsent(key.substring(0, dot), id -> new TreeMap<>())
          .put(key.substring(dot + 1), values.getProperty(key).strip());
    }
    return grouped;
  }

  /** Everybody, in the order of their ids. */
  public Collection<Person> all() {
    return byId.values().stream().map(Known::person).toList();
  }

  /** The person's hashed secret as it stands in the file, for a caller who verifies it itself. */
  public String secretHash(Person person) {
    Known known = byId.get(person.id());
    if (known == null) {
      throw new IllegalArgumentException(person + " is not of this file.");
    }
    return known.secret().encoded();
  }

  @Nullable Known find(String id) {
    return byId.get(id);
  }

  /** One person's lines of the file. */
  private record PersonText(Path file, String id, Map<String, String> fields) {

    Known read(Set<Role> roles) {
      for (String field : fields.keySet()) {
        if (!Set.of("name", "role", "pin", "password").contains(field)) {
          throw wrong("the key \"" + id + "." + field + "\" is unknown");
        }
      }
      return new Known(new Person(id, required("name"), role(roles)), secret());
    }

    private Role role(Set<Role> roles) {
      String word = required("role");
      return Arrays.stream(Role.values())
          .filter(role -> roles.contains(role) && role.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              wrong(
                  "the role \""
                      + word
                      + "\" is not one of "
                      + roles.stream().map(Role::word).sorted().collect(Collectors.joining(", "))));
    }

    private PasswordHash secret() {
      String pin = fields.get("pin");
      String password = fields.get("password");
      String encoded = pin != null ? pin : password;
      if (encoded == null || (pin != null && password != null)) {
        throw wrong("exactly one of " + id + ".pin and " + id + ".password is needed");
      }
      try {
        return PasswordHash.parse(encoded);
      } catch (IllegalArgumentException e) {
        throw wrong(
            "its secret is not a hash as printed by dev.tillbridge.screens.signon.HashPassword: "
                + e.getMessage());
      }
    }

    private String required(String field) {
      String value = fields.get(field);
      if (value == null || value.isEmpty()) {
        throw wrong("the key \"" + id + "." + field + "\" is missing");
      }
      return value;
    }

    private InvalidSetting wrong(String what) {
      return new InvalidSetting(file + ": person \"" + id + "\": " + what + ".");
    }
  }
}
