package dev.tillbridge.devices.escpos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to a printer, shared by printer and drawer: such printers take one at a time.
 *
 * <p>Connects when needed; after any failure it is closed, and the next request connects again. One
 * request at a time; none waits beyond its named time.
 */
final class PrinterWire {

  /** The printer did not finish because of the state it is in. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient PrinterStatus status;

    Refused(PrinterStatus status) {
      super("The printer stopped: " + status);
      this.status = status;
    }

    PrinterStatus status() {
      return status;
    }
  }

  /**
   * How long to wait.
   *
   * @param connect for the printer to take the connection
   * @param reply for a real-time status byte
   * @param print for the confirmation that everything is on paper
   */
  record Timing(Duration connect, Duration reply, Duration print) {}

  private record Address(String host, int port) {}

  /** Between two looks whether the printer stopped while it prints. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  private static final Map<Address, PrinterWire> WIRES = new ConcurrentHashMap<>();

  private final Address address;
  private final Timing timing;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private @Nullable SocketChannel channel;
  private @Nullable Selector selector;
  private int users;
  private long connections;

  private PrinterWire(Address address, Timing timing) {
    this.address = address;
    this.timing = timing;
  }

  static PrinterWire at(String host, int port, Timing timing) {
    return WIRES.computeIfAbsent(
        new Address(host, port), address -> new PrinterWire(address, timing));
  }

  void use() {
    oneAtATime.lock();
    try {
      users++;
    } finally {
      oneAtATime.unlock();
    }
  }

  /** The last user hangs up, so that another register can use the printer. */
  void leave() {
    oneAtATime.lock();
    try {
      if (--users <= 0) {
        hangUp();
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Counts connections; a new one finds the printer in any state. */
  long connection() throws IOException {
    oneAtATime.lock();
    try {
      connect();
      return connections;
    } finally {
      oneAtATime.unlock();
    }
  }

  boolean busy() {
    return oneAtATime.isLocked();
  }

  PrinterStatus status() throws IOException {
    oneAtATime.lock();
    try {
      connect();
      return ask();
    } catch (IOException failed) {
      hangUp();
      throw failed;
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Sends what needs no confirmation. */
  void send(byte[] bytes) throws IOException {
    oneAtATime.lock();
    try {
      connect();
      write(bytes, in(timing.reply()));
    } catch (IOException failed) {
      hangUp();
      throw failed;
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Returns when the printer says that everything is on paper.
   *
   * @throws Refused when it stopped, for instance because the paper ended
   */
  void print(byte[] bytes) throws IOException {
    oneAtATime.lock();
    try {
      connect();
      drain();
      long deadline = in(timing.print());
      write(bytes, deadline);
      write(EscPos.CONFIRM, deadline);
      awaitConfirmation(deadline);
    } catch (IOException failed) {
      clearBuffer();
      hangUp();
      throw failed;
    } finally {
      oneAtATime.unlock();
    }
  }

  private void awaitConfirmation(long deadline) throws IOException {
    while (System.nanoTime() - deadline < 0) {
      int answer = read(Math.min(deadline, in(LOOK_EVERY)));
      if (answer >= 0 && !PrinterStatus.isReply(answer)) {
        return;
      }
      if (answer < 0) {
        // The confirmation may come before the status: then it is what ask() would trip over.
        int printer = request(1);
        if (!PrinterStatus.isReply(printer)) {
          return;
        }
        if ((printer & 0x08) != 0) {
          throw new Refused(ask());
        }
      }
    }
    throw new IOException(
        "%s:%d did not confirm within %d ms."
            .formatted(address.host(), address.port(), timing.print().toMillis()));
  }

  private PrinterStatus ask() throws IOException {
    drain();
    return PrinterStatus.of(request(1), request(2), request(3), request(4));
  }

  private int request(int kind) throws IOException {
    long deadline = in(timing.reply());
    write(new byte[] {EscPos.DLE, EscPos.EOT, (byte) kind}, deadline);
    int answer = read(deadline);
    if (answer < 0) {
      throw new IOException(
          "%s:%d did not say how it is within %d ms."
              .formatted(address.host(), address.port(), timing.reply().toMillis()));
    }
    return answer;
  }

  private void clearBuffer() {
    try {
      if (channel != null) {
        write(EscPos.CLEAR_BUFFER, in(timing.reply()));
      }
    } catch (IOException gone) {
      // Nothing to clear at the other end of a broken wire.
    }
  }

  private void connect() throws IOException {
    if (channel != null) {
      return;
    }
    SocketChannel fresh = SocketChannel.open();
    try {
      fresh.configureBlocking(false);
      Selector at = Selector.open();
      SelectionKey key = fresh.register(at, SelectionKey.OP_CONNECT);
      if (!fresh.connect(new InetSocketAddress(address.host(), address.port()))) {
        at.select(timing.connect().toMillis());
        if (!fresh.finishConnect()) {
          throw new IOException(
              "%s:%d did not answer within %d ms."
                  .formatted(address.host(), address.port(), timing.connect().toMillis()));
        }
      }
      key.interestOps(SelectionKey.OP_READ);
      channel = fresh;
      selector = at;
      connections++;
    } catch (IOException | RuntimeException failed) {
      fresh.close();
      throw failed instanceof IOException io ? io : new IOException(failed);
    }
  }

  private void hangUp() {
    try {
      if (channel != null) {
        channel.close();
      }
      if (selector != null) {
        selector.close();
      }
    } catch (IOException e) {
      // It is gone either way.
    }
    channel = null;
    selector = null;
  }

  private void write(byte[] bytes, long deadline) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel().write(buffer) == 0) {
        await(SelectionKey.OP_WRITE, deadline);
        if (System.nanoTime() - deadline >= 0) {
          throw new IOException(
              "%s:%d took %d of %d bytes."
                  .formatted(address.host(), address.port(), buffer.position(), bytes.length));
        }
      }
    }
  }

  /** One byte, or -1 when none comes by then. */
  private int read(long deadline) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    while (true) {
      int count = channel().read(one);
      if (count < 0) {
        throw new IOException("%s:%d hung up.".formatted(address.host(), address.port()));
      }
      if (count > 0) {
        return one.get(0) & 0xff;
      }
      if (System.nanoTime() - deadline >= 0) {
        return -1;
      }
      await(SelectionKey.OP_READ, deadline);
    }
  }

  private void drain() throws IOException {
    while (read(System.nanoTime()) >= 0) {
      // An answer to an earlier question.
    }
  }

  private void await(int operation, long deadline) throws IOException {
    Selector at = selector;
    SelectionKey key = at == null ? null : channel().keyFor(at);
    if (at == null || key == null) {
      throw new IOException("The wire is closed.");
    }
    key.interestOps(operation);
    at.select(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    at.selectedKeys().clear();
  }

  private SocketChannel channel() throws IOException {
    if (channel == null) {
      throw new IOException("The wire is closed.");
    }
    return channel;
  }

  private static long in(Duration wait) {
    return System.nanoTime() + wait.toNanos();
  }
}
