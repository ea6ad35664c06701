package dev.tillbridge.broker.storage;

import dev.tillbridge.broker.compaction.CompactedQueues;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.journal.Journal;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.PagingStoreFactory;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.persistence.impl.journal.JournalStorageManager;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.activemq.artemis.utils.ExecutorFactory;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzer;

/**
 * The broker with {@link NamedFiles} for its message journal, {@link NamedPages}, and {@link
 * CompactedQueues}.
 */
final class DurableServer extends ActiveMQServerImpl {

  DurableServer(Configuration configuration, ActiveMQSecurityManager security) {
    super(configuration, security);
  }

  @Override
  protected StorageManager createStorageManager() {
    Storage storage =
        new Storage(
            getConfiguration(),
            getCriticalAnalyzer(),
            executorFactory,
            scheduledPool,
            ioExecutorFactory,
            getIoCriticalErrorListener());
    getCriticalAnalyzer().add(storage);
    return storage;
  }

  @Override
  public PagingManager createPagingManager() throws Exception {
    // what the broker does next after it has made its own, and before it makes a queue
    replaceQueueFactory(
        new CompactedQueues(
            executorFactory,
            scheduledPool,
            getAddressSettingsRepository(),
            getStorageManager(),
            this));
    return super.createPagingManager();
  }

  @Override
  protected PagingStoreFactory getPagingStoreFactory() {
    return new NamedPages(
        getStorageManager(),
        getConfiguration(),
        scheduledPool,
        pageExecutorFactory,
        getIoCriticalErrorListener());
  }

  private static final class Storage extends JournalStorageManager {

    Storage(
        Configuration configuration,
        CriticalAnalyzer analyzer,
        ExecutorFactory executors,
        ScheduledExecutorService timer,
        ExecutorFactory writers,
        IOCriticalErrorListener onFailure) {
      super(configuration, analyzer, executors, timer, writers, onFailure);
    }

    @Override
    protected Journal createMessageJournal(
        Configuration configuration, IOCriticalErrorListener onFailure, int fileBytes) {
      journalFF =
          new NamedFiles(
              configuration.getJournalLocation(),
              true,
              configuration.getJournalBufferSize_NIO(),
              configuration.getJournalBufferTimeout_NIO(),
              configuration.getJournalMaxIO_NIO(),
              configuration.isLogJournalWriteRate(),
              onFailure,
              getCriticalAnalyzer());
      journalFF.setDatasync(configuration.isJournalDatasync());
      return super.createMessageJournal(configuration, onFailure, fileBytes);
    }
  }
}
