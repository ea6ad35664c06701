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

  /** Boolean: on a journal entry that is a checkpoint, true; absent on others. */
  public static final SimpleString CHECKPOINT = SimpleString.of("tb_checkpoint");

  /** Text: key of a value in a compacted topic, its last-value key. */
  public static final SimpleString KEY = SimpleString.of("tb_key");

  /** Long: version of a value in a compacted topic, the readers' cursor. */
  public static final SimpleString VERSION = SimpleString.of("tb_version");

  /** Integer: on a version's manifest in the log of versions, how many parts its changes have. */
  public static final SimpleString PARTS = SimpleString.of("tb_parts");

  /** Boolean: true where a version's changes are its whole book, whatever was before. */
  public static final SimpleString WHOLE = SimpleString.of("tb_whole");

  /** Text: marks the parts written by one publish of a version. */
  public static final SimpleString RUN = SimpleString.of("tb_run");

  /** Integer: the place of a part among its version's parts, from 0. */
  public static final SimpleString PART = SimpleString.of("tb_part");

  /**
   * Text: why a message takes the way of an entry without being a new one, {@link #RESENT} or
   * {@link #HEARTBEAT}. Such messages are forwarded and not kept.
   */
  public static final SimpleString AGAIN = SimpleString.of("tb_again");

  /** Value of {@link #AGAIN}: an entry sent again because HQ asked. */
  public static final String RESENT = "resent";

  /** Value of {@link #AGAIN}: where the journal ends. */
  public static final String HEARTBEAT = "heartbeat";

  /** Text: which question a message is, or answers; made anew for each. */
  public static final SimpleString QUESTION = SimpleString.of("tb_question");

  private Headers() {}
}
