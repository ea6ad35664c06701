package dev.tillbridge.broker.access;

import org.apache.activemq.artemis.api.core.SimpleString;

/** Message properties beside the body; the body alone is the truth. */
public final class Headers {

  /** Text: lane of a journal entry, for example {@code S01-R07}. */
  public static final SimpleString LANE = SimpleString.of("tb_lane");

  /** Long: epoch of a journal entry. */
  public static final SimpleString EPOCH = SimpleString.of("tb_epoch");

  /** Long: sequence of a journal entry. */
  public static final SimpleString SEQUENCE = SimpleString.of("tb_sequence");

  /** Text: key of a value in a compacted topic, its last-value key. */
  public static final SimpleString KEY = SimpleString.of("tb_key");

  /** Long: version of a value in a compacted topic, the readers' cursor. */
  public static final SimpleString VERSION = SimpleString.of("tb_version");

  private Headers() {}
}
