package dev.tillbridge.it.container;

import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.lane.Clerk;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.lane.RungTicket;
import dev.tillbridge.it.reconciliation.LaneJournal;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A clerk who rings one ticket after the other at one register, from {@link #begin} to {@link
 * #pause}.
 */
final class Lane implements AutoCloseable {

  private static final Money FLOAT = Money.of(CurrencyUnit.of("GBP"), new BigDecimal("500.00"));

  /** Two lanes shall not starve the four hosts of a small machine. */
  private static final Duration BETWEEN_CUSTOMERS = Duration.ofMillis(50);

  private final Register register;
  private final Register bystander;
  private final Clerk clerk;
  private final Iterator<Invoice> customers;
  private final List<Invoice> invoices = new ArrayList<>();
  private final List<RungTicket> receipts = new ArrayList<>();
  private volatile boolean ringing;
  private volatile @Nullable RuntimeException failure;
  private @Nullable Thread thread;

  Lane(
      URI screen,
      SignOns.Person person,
      Map<String, BigDecimal> prices,
      Iterator<Invoice> customers) {
    this.register = new Register(screen);
    this.bystander = new Register(screen);
    this.clerk =
        new Clerk(
            register, new Clerk.SignOn(person.id(), person.secret()), prices, FLOAT, row -> {});
    this.customers = customers;
  }

  /** Starts ringing on a thread of its own. */
  void begin() {
    ringing = true;
    thread = Thread.ofVirtual().start(this::ringOn);
  }

  /** Returns when the ticket in hand is completed. */
  void pause() throws InterruptedException {
    ringing = false;
    if (thread != null) {
      thread.join();
    }
    rethrow();
  }

  private void ringOn() {
    try {
      while (ringing) {
        Invoice invoice = customers.next();
        RungTicket receipt = clerk.ring(invoice);
        synchronized (receipts) {
          invoices.add(invoice);
          receipts.add(receipt);
        }
        LockSupport.parkNanos(BETWEEN_CUSTOMERS.toNanos());
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** The receipts given so far. */
  List<RungTicket> receipts() {
    rethrow();
    synchronized (receipts) {
      return List.copyOf(receipts);
    }
  }

  /** What was rung so far. */
  List<Invoice> invoices() {
    synchronized (receipts) {
      return List.copyOf(invoices);
    }
  }

  /** What anybody can see of the register. */
  LaneState state() throws LaneGone {
    return bystander.state();
  }

  /** All of the register's journal; only while nobody rings. */
  LaneJournal journal() throws LaneGone {
    LaneState state = clerk.ready();
    return new LaneJournal(state.lane(), state.epoch(), register.journalAfter(0));
  }

  private void rethrow() {
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException("The clerk had to stop: " + thrown.getMessage(), thrown);
    }
  }

  @Override
  public void close() {
    ringing = false;
    register.close();
    bystander.close();
  }
}
