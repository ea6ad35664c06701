package dev.tillbridge.register.operator;

/**
 * A person who may sign on.
 *
 * @param id what they type
 * @param name what the screen calls them
 */
public record Operator(String id, String name, OperatorRole role, String pinHash) {

  /** Whether they may decide what the other may not. */
  public boolean outranks(Operator other) {
    return role.compareTo(other.role) > 0;
  }

  @Override
  public String toString() {
    return id + " " + name;
  }
}
