package dev.tillbridge.screens.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import tools.jackson.databind.json.JsonMapper;

/** Lets Javalin write JSON with the product's own mapper. */
final class JacksonText implements io.javalin.json.JsonMapper {

  private final JsonMapper json;

  JacksonText(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String toJsonString(Object value, Type type) {
    return value instanceof String text ? text : json.writeValueAsString(value);
  }

  @Override
  public InputStream toJsonStream(Object value, Type type) {
    return new ByteArrayInputStream(json.writeValueAsBytes(value));
  }

  @Override
  public <T> T fromJsonString(String text, Type type) {
    return json.readValue(text, json.constructType(type));
  }

  @Override
  public <T> T fromJsonStream(InputStream stream, Type type) {
    return json.readValue(stream, json.constructType(type));
  }
}
