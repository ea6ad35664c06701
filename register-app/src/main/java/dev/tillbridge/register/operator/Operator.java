package dev.tillbridge.register.operator;

/**
 * A person who may sign on.
 *
 * @param id what they type
 * @param name what the screen calls them
 */
public record Operator(String id, String name, String pinHash) {

  @Override
  public String toString() {
    return id + " " + name;
  }
}
