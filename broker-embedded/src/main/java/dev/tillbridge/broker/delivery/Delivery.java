package dev.tillbridge.broker.delivery;

import dev.tillbridge.model.delivery.DeliveryStatus;

/** How far HQ has this register's journal, and what is done about the rest. Any thread may ask. */
public interface Delivery {

  /** What is known at this moment; never waits for the disk or the link. */
  DeliveryStatus status();

  /** Entries sent again at HQ's request since this process started. */
  long resent();

  /** Entries kept on this register. */
  long kept();

  /**
   * Calls this, on the delivery's own thread, while entries could leave the register if a
   * checkpoint stood behind them: every few seconds until one was appended. Hand the work over to
   * the lane's thread and return.
   */
  void onCheckpointDue(Runnable appendCheckpoint);
}
