package dev.tillbridge.hq.web;

import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.broker.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Two versions of an entry, field by field.
 *
 * @param fields in the order of the first, at most {@link #FIELDS_MAX}
 * @param differing how many differ, over all fields
 * @param cut whether there are more fields than shown
 */
public record Difference(List<Field> fields, int differing, boolean cut) {

  static final int FIELDS_MAX = 400;
  private static final int VALUE_MAX = 300;

  /** One field; an empty value means that this version has none. */
  public record Field(String path, String kept, String other) {

    public boolean differs() {
      return !kept.equals(other);
    }
  }

  static Difference between(byte[] kept, byte[] other) {
    Map<String, String> left = fieldsOf(kept);
    Map<String, String> right = fieldsOf(other);
    Set<String> paths = new LinkedHashSet<>(left.keySet());
    paths.addAll(right.keySet());
    List<Field> fields = new ArrayList<>();
    int differing = 0;
    for (String path : paths) {
      String one = left.getOrDefault(path, "");
      String two = right.getOrDefault(path, "");
      differing += one.equals(two) ? 0 : 1;
      if (fields.size() < FIELDS_MAX) {
        fields.add(new Field(shown(path), shown(one), shown(two)));
      }
    }
    return new Difference(fields, differing, paths.size() > FIELDS_MAX);
  }

  private static Map<String, String> fieldsOf(byte[] bytes) {
    Map<String, String> fields = new LinkedHashMap<>();
    byte[] payload = SealedBytes.read(bytes).map(SealedBytes::payload).orElse(bytes);
    try {
      gather("", Wire.JSON.readTree(payload).path("entry"), fields);
    } catch (JacksonException e) {
      fields.put("", "Not JSON; see the bytes below");
    }
    SealedBytes.read(bytes).ifPresent(sealed -> fields.put("key", sealed.key().toString()));
    return fields;
  }

  private static void gather(String path, JsonNode node, Map<String, String> fields) {
    if (node.isObject()) {
      node.properties()
          .forEach(field ->
              gather(
                  path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                  field.getValue(),
                  fields));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        gather(path + "[" + (i + 1) + "]", node.get(i), fields);
      }
    } else if (!node.isMissingNode()) {
      fields.put(path, node.asString());
    }
  }

  private static String shown(String text) {
    String printable = BytesView.printable(text);
    return printable.length() > VALUE_MAX ? printable.substring(0, VALUE_MAX) + "…" : printable;
  }
}
