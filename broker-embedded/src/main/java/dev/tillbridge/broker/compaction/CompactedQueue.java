package dev.tillbridge.broker.compaction;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.paging.cursor.PageSubscription;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.postoffice.PostOffice;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.QueueFactory;
import org.apache.activemq.artemis.core.server.impl.LastValueQueue;
import org.apache.activemq.artemis.core.settings.HierarchicalRepository;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.actors.ArtemisExecutor;
import org.jspecify.annotations.Nullable;

/**
 * A last-value queue that looks for replaced values only when one was replaced, and not all the
 * time.
 *
 * <p>The broker's own walks over all its values, holding the queue's lock, after each value that is
 * added. A publish of a million stood still after half of them, with each value of a commit waiting
 * for a walk over those before it.
 */
final class CompactedQueue extends LastValueQueue {

  /** After a walk that took a second the next one is nine seconds later: a tenth of the time. */
  private static final int REST_PER_WALK = 9;

  private final ScheduledExecutorService timer;
  private final ActiveMQServer broker;
  private boolean replaced; // these three are guarded by the queue's own lock
  private boolean awaited;
  private long restUntilNanos = System.nanoTime();

  CompactedQueue(
      QueueConfiguration configuration,
      @Nullable Filter filter,
      @Nullable PagingStore pages,
      @Nullable PageSubscription subscription,
      ScheduledExecutorService timer,
      PostOffice postOffice,
      StorageManager storage,
      HierarchicalRepository<AddressSettings> settings,
      ArtemisExecutor executor,
      ActiveMQServer server,
      QueueFactory factory) {
    super(
        configuration,
        filter,
        pages,
        subscription,
        timer,
        postOffice,
        storage,
        settings,
        executor,
        server,
        factory);
    this.timer = timer;
    this.broker = server;
  }

  @Override
  public synchronized void addTail(MessageReference value, boolean direct) {
    noteReplaced(value);
    super.addTail(value, direct);
  }

  @Override
  public synchronized void addHead(MessageReference value, boolean scheduling) {
    replaced = true; // perhaps; these come back from a reader that broke off, seldom
    super.addHead(value, scheduling);
  }

  @Override
  public synchronized void reload(MessageReference value) {
    noteReplaced(value);
    super.reload(value);
  }

  private void noteReplaced(MessageReference value) {
    SimpleString key = value.getLastValueProperty();
    if (key != null && getLastValueKeys().contains(key)) {
      replaced = true;
    }
  }

  /** Called by the broker after each value, with the lock held. */
  @Override
  protected void pruneLastValues() {
    if (!replaced || !broker.isStarted()) {
      return; // a stopping broker cannot let values go; they are found at its start
    }
    long start = System.nanoTime();
    long rest = restUntilNanos - start;
    if (rest > 0) {
      comeBack(rest);
      return;
    }
    replaced = false;
    super.pruneLastValues();
    long end = System.nanoTime();
    restUntilNanos = end + REST_PER_WALK * (end - start);
  }

  private void comeBack(long inNanos) {
    if (!awaited) {
      awaited = true;
      timer.schedule(this::walkAgain, inNanos, TimeUnit.NANOSECONDS);
    }
  }

  private void walkAgain() {
    synchronized (this) {
      awaited = false;
    }
    deliverAsync();
  }
}
