package dev.tillbridge.broker.storage;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFileFactory;
import org.apache.activemq.artemis.core.paging.impl.PagingStoreFactoryNIO;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.utils.ExecutorFactory;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The folders of paged messages, each with the address it belongs to on disk before a message goes
 * there: a folder that does not say is passed over at the next start, with all it holds.
 */
final class NamedPages extends PagingStoreFactoryNIO {

  private final File folder;
  private final boolean sync;

  NamedPages(
      StorageManager storage,
      Configuration configuration,
      ScheduledExecutorService timer,
      ExecutorFactory executors,
      IOCriticalErrorListener onFailure) {
    super(
        storage,
        configuration.getPagingLocation(),
        configuration.getPageSyncTimeout(),
        timer,
        executors,
        configuration.isJournalSyncNonTransactional(),
        onFailure,
        configuration::isPurgePageFolders);
    this.folder = configuration.getPagingLocation();
    this.sync = configuration.isJournalDatasync();
  }

  @Override
  public synchronized SequentialFileFactory newFileFactory(SimpleString address) throws Exception {
    SequentialFileFactory pages = super.newFileFactory(address);
    if (sync) {
      Path own = pages.getDirectory().toPath();
      try (FileChannel file =
          FileChannel.open(own.resolve(ADDRESS_FILE), StandardOpenOption.WRITE)) {
        file.force(true);
      }
      ForcedName.inFolder(own);
      ForcedName.of(own);
    }
    return pages;
  }
}
