package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.BrokerUnreachable;
import org.slf4j.Logger;

/** What a relay tells its operator: each state once, when it begins. For one thread. */
public final class RelayLog {

  private final Logger log;
  private final String relay;
  private String state = "";

  /**
   * @param relay its name, as it begins a sentence
   */
  public RelayLog(Logger log, String relay) {
    this.log = log;
    this.relay = relay;
  }

  /**
   * Tells the message when the state is not the one told last.
   *
   * @param message without a full stop
   */
  public void say(String newState, String message) {
    if (isNew(newState)) {
      log.info("{}: {}.", relay, message);
    }
  }

  /**
   * Tells of a failed step.
   *
   * @param away what it means that a broker is away
   * @param then what happens next
   */
  public void failed(RuntimeException problem, String away, String then) {
    if (problem instanceof BrokerUnreachable) {
      say("unreachable", away + ": " + problem.getMessage() + " " + then);
    } else if (isNew("failed " + problem)) {
      log.error("{}: failed. {}.", relay, then, problem);
    }
  }

  private boolean isNew(String newState) {
    boolean changed = !newState.equals(state);
    state = newState;
    return changed;
  }
}
