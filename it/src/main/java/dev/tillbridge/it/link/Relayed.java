package dev.tillbridge.it.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** One connection through the link: the caller's socket, ours to the target, and their bytes. */
final class Relayed {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Socket caller;
  private final Socket target = new Socket();
  private final Consumer<Relayed> whenClosed;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean silent;

  Relayed(Socket caller, Consumer<Relayed> whenClosed) {
    this.caller = caller;
    this.whenClosed = whenClosed;
  }

  /** From here on nothing passes, in either direction, until it is closed. */
  void fallSilent() {
    silent = true;
  }

  /** Connects to the target and carries bytes until one side closes. */
  void relayTo(InetSocketAddress address, int connectWaitMs) {
    try {
      if (silent) {
        closed.await();
        return;
      }
      target.connect(address, connectWaitMs);
      caller.setTcpNoDelay(true);
      target.setTcpNoDelay(true);
      Thread back = Thread.ofVirtual().start(() -> carry(target, caller));
      carry(caller, target);
      back.join();
    } catch (IOException e) {
      if (!silent) {
        close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        if (silent) {
          closed.await();
          return;
        }
        to.getOutputStream().write(buffer, 0, n);
      }
      if (silent) {
        // The end of the stream is a packet too: it vanishes like the others.
        closed.await();
        return;
      }
    } catch (IOException e) {
      // One side is gone; the other learns it below.
      if (silent) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  void close() {
    closeQuietly(caller);
    closeQuietly(target);
    closed.countDown();
    whenClosed.accept(this);
  }

  static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is closed as far as we can tell, which is all that is wanted.
    }
  }
}
