package dev.tillbridge.register.elsewhere;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.inquiry.Inquiries;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The line over a real broker. In training nobody is asked, for others would take it as real. */
public final class BrokerLine implements Line, AutoCloseable {

  private final Inquiries inquiries;
  private final BooleanSupplier training;

  /**
   * @param training whether this lane is in training now
   */
  public BrokerLine(BrokerAccess broker, LaneId self, BooleanSupplier training) {
    this.inquiries = Inquiries.over(broker, self);
    this.training = training;
  }

  @Override
  public boolean isLinked() {
    return !training.getAsBoolean() && inquiries.up();
  }

  @Override
  public Answer ask(Addressee whom, Inquiry inquiry, Duration wait) throws Unanswered {
    if (training.getAsBoolean()) {
      throw new Unanswered("In training nobody is asked.");
    }
    try {
      return inquiries.ask(whom, inquiry, wait);
    } catch (dev.tillbridge.broker.inquiry.Unanswered e) {
      throw new Unanswered(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    inquiries.close();
  }
}
