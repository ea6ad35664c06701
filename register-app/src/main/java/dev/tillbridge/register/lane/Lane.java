package dev.tillbridge.register.lane;

import dev.tillbridge.model.ticket.TicketKind;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One till. Any thread may call; commands are carried out one at a time. */
public final class Lane implements AutoCloseable {

  /** The lane as it is now; answers at once, also while a command is being carried out. */
  public LaneView view() {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Calls the listener with the new view after each change, on the thread that made it. Views may
   * arrive out of order: the revision tells. Close the result to stop listening.
   */
  public Listening onChange(Consumer<LaneView> listener) {
    throw new UnsupportedOperationException("being written");
  }

  /** A listener's registration. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** The currency of everything on this lane. */
  public CurrencyUnit currency() {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome signOn(String operatorId, String pin) {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome signOff() {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome openDrawer(Money openingFloat) {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome closeDrawer(Money countedCash) {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome scan(Scan scan) {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome changeQuantity(int line, BigDecimal quantity) {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome voidLine(int line) {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome overridePrice(int line, Money price, String reason) {
    throw new UnsupportedOperationException("being written");
  }

  public Outcome voidTicket() {
    throw new UnsupportedOperationException("being written");
  }

  /** Only on an empty ticket. */
  public Outcome kind(TicketKind kind) {
    throw new UnsupportedOperationException("being written");
  }

  /** Blank takes the reference away. */
  public Outcome reference(String reference) {
    throw new UnsupportedOperationException("being written");
  }

  /** On a return the amount is what is paid out, given positive. */
  public Outcome tenderCash(Money amount) {
    throw new UnsupportedOperationException("being written");
  }

  /** The amount due, neither more nor less. */
  public Outcome tenderExactCash() {
    throw new UnsupportedOperationException("being written");
  }

  /** Prints the last receipt again, marked as a copy. */
  public Outcome reprint() {
    throw new UnsupportedOperationException("being written");
  }

  /** Call when another price book came into force, so that the view shows it. */
  public void priceBookChanged() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void close() {}
}
