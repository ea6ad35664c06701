package dev.tillbridge.register.operator;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All who may sign on here, by id. */
public final class Operators {

  private final Map<String, Operator> byId;

  public Operators(Collection<Operator> operators) {
    byId =
        operators.stream().collect(Collectors.toUnmodifiableMap(Operator::id, Function.identity()));
  }

  public Optional<Operator> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
