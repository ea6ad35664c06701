package dev.tillbridge.broker.storage;

import java.io.File;
import java.io.IOException;
import org.apache.activemq.artemis.api.core.ActiveMQIOErrorException;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFile;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFile;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * The broker's files in one folder, each with its name on disk before anything is written to it.
 *
 * <p>The broker fills a new file under a temporary name, forces it, renames it and never forces the
 * name. After a power cut such a file, with confirmed messages in it, comes back under its temporary
 * name and is deleted as a leftover.
 */
final class NamedFiles extends NIOSequentialFileFactory {

  NamedFiles(
      File folder,
      boolean buffered,
      int bufferBytes,
      int bufferTimeoutNanos,
      int writesMax,
      boolean logRates,
      IOCriticalErrorListener onFailure,
      @Nullable CriticalAnalyzer analyzer) {
    super(
        folder,
        buffered,
        bufferBytes,
        bufferTimeoutNanos,
        writesMax,
        logRates,
        onFailure,
        analyzer);
  }

  @Override
  public SequentialFile createSequentialFile(String fileName) {
    return new NamedFile(this, journalDir, fileName, maxIO);
  }

  private static final class NamedFile extends NIOSequentialFile {

    NamedFile(NamedFiles files, File folder, String name, int writesMax) {
      super(files, folder, name, writesMax);
    }

    @Override
    public void open(int writesMax, boolean useExecutor) throws IOException {
      super.open(writesMax, useExecutor);
      if (!factory.isDatasync()) {
        return;
      }
      try {
        ForcedName.of(getFile().toPath());
      } catch (IOException e) {
        factory.onIOError(new ActiveMQIOErrorException(e.getMessage(), e), e.getMessage(), this);
        throw e;
      }
    }

    @Override
    public SequentialFile cloneFile() {
      return factory.createSequentialFile(getFileName());
    }
  }
}
