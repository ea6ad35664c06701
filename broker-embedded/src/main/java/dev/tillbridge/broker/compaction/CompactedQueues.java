package dev.tillbridge.broker.compaction;

import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.cursor.PageSubscription;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.QueueFactoryImpl;
import org.apache.activemq.artemis.core.settings.HierarchicalRepository;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.ExecutorFactory;
import org.jspecify.annotations.Nullable;

/** Makes the broker's queues: those of compacted topics of our kind, all others as ever. */
public final class CompactedQueues extends QueueFactoryImpl {

  public CompactedQueues(
      ExecutorFactory executors,
      ScheduledExecutorService timer,
      HierarchicalRepository<AddressSettings> settings,
      StorageManager storage,
      ActiveMQServer server) {
    super(executors, timer, settings, storage, server);
  }

  @Override
  public Queue createQueueWith(
      QueueConfiguration configuration, PagingManager paging, @Nullable Filter filter) {
    if (configuration.getLastValueKey() == null
        || !Boolean.TRUE.equals(configuration.isNonDestructive())) {
      return super.createQueueWith(configuration, paging, filter);
    }
    PageSubscription pages = getPageSubscription(configuration, paging, filter);
    Queue queue =
        new CompactedQueue(
            configuration,
            filter,
            pages == null ? null : pages.getPagingStore(),
            pages,
            scheduledExecutor,
            postOffice,
            storageManager,
            addressSettingsRepository,
            executorFactory.getExecutor(),
            server,
            this);
    server.getCriticalAnalyzer().add(queue);
    return queue;
  }
}
