package dev.tillbridge.devices.escpos.simulated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ESC/POS receipt printer on a loopback port, with a roll of paper, a cover, a cutter, a drawer
 * and a cable.
 */
public final class SimulatedNetworkPrinter implements AutoCloseable, Interpreter.Machine {

  /** Torn-off pieces that can be read back. */
  static final int PIECES_KEPT = 200;

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedNetworkPrinter.class);

  /** DLE DC4 8: drops what is buffered. */
  private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

  private static final int ENDLESS = Integer.MAX_VALUE;

  /** How much paper is left, as its sensors see it. */
  public enum Paper {
    OK,
    NEAR_END,
    OUT
  }

  private final ServerSocket server;
  private final Interpreter interpreter;
  private final Deque<PrintedPiece> pieces = new ArrayDeque<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private byte[] buffered = new byte[0];
  private @Nullable Socket connection;
  private Paper paper = Paper.OK;
  private boolean coverOpen;
  private boolean silent;
  private boolean drawerOpen;
  private int kicks;
  private int linesLeft = ENDLESS;
  private boolean plugged = true;

  private SimulatedNetworkPrinter(ServerSocket server, int paperDots) {
    this.server = server;
    this.interpreter = new Interpreter(paperDots, this);
    Thread.ofPlatform()
        .daemon()
        .name("network printer " + server.getLocalPort())
        .start(this::serve);
  }

  /**
   * Switches one on.
   *
   * @param port on the loopback address; 0 for any free one
   */
  public static SimulatedNetworkPrinter start(int port, int paperDots) {
    try {
      return new SimulatedNetworkPrinter(
          new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), paperDots);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Port " + port + " cannot be listened on; is it in use? Choose another.", e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Changes the roll; what waits in the buffer is then printed, as hardware does. */
  public synchronized void setPaper(Paper paper) {
    this.paper = paper;
    linesLeft = ENDLESS;
    process();
  }

  /** Lets the roll end after so many more lines. */
  public synchronized void setLinesLeft(int lines) {
    linesLeft = lines;
  }

  public synchronized void setCoverOpen(boolean open) {
    coverOpen = open;
    process();
  }

  /** Hangs: takes what it is sent and neither prints nor answers. */
  public synchronized void setSilent(boolean silent) {
    this.silent = silent;
    process();
  }

  /** Pulls its network cable, or puts it back. */
  public synchronized void setPlugged(boolean plugged) {
    this.plugged = plugged;
    if (!plugged) {
      dropConnection();
    }
    notifyAll();
  }

  /** Ends the connection; the next one is taken. */
  public synchronized void dropConnection() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (IOException e) {
      LOG.debug("The connection did not close: {}", e.toString());
    }
  }

  public synchronized void pushDrawerClosed() {
    drawerOpen = false;
  }

  public synchronized boolean drawerOpen() {
    return drawerOpen;
  }

  public synchronized int kicks() {
    return kicks;
  }

  /** Pieces cut off so far, oldest first, at most {@value #PIECES_KEPT}. */
  public synchronized List<PrintedPiece> pieces() {
    return List.copyOf(pieces);
  }

  /** What hangs out of the printer, not yet cut off. */
  public synchronized PrintedPiece uncut() {
    return interpreter.piece();
  }

  /** Commands it did not understand, in hexadecimal. */
  public synchronized List<String> unknown() {
    return interpreter.unknown();
  }

  /** Everything it was sent since it was switched on, real-time commands left out. */
  public synchronized byte[] received() {
    return received.toByteArray();
  }

  @Override
  public void close() {
    setPlugged(false);
    try {
      server.close();
    } catch (IOException e) {
      LOG.debug("The printer did not close its port: {}", e.toString());
    }
  }

  @Override
  public void cut() {
    pieces.addLast(interpreter.takePiece());
    if (pieces.size() > PIECES_KEPT) {
      pieces.removeFirst();
    }
  }

  @Override
  public void kick() {
    kicks++;
    drawerOpen = true;
  }

  @Override
  public void lineFed() {
    if (linesLeft != ENDLESS && --linesLeft == 0) {
      paper = Paper.OUT;
    }
  }

  @Override
  public void reply(int one) {
    Socket to = connection;
    if (to == null || silent) {
      return;
    }
    try {
      to.getOutputStream().write(one);
    } catch (IOException e) {
      LOG.debug("Nobody takes the printer's answer: {}", e.toString());
    }
  }

  @Override
  public int paperSensors() {
    return paper == Paper.OK ? 0 : 0x03;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        if (taken(socket)) {
          read(socket.getInputStream());
        }
      } catch (IOException ended) {
        LOG.debug("A connection ended: {}", ended.toString());
      } finally {
        hungUp();
      }
    }
  }

  private synchronized boolean taken(Socket socket) {
    if (plugged) {
      connection = socket;
    }
    return plugged;
  }

  private synchronized void hungUp() {
    connection = null;
  }

  private void read(InputStream in) throws IOException {
    byte[] chunk = new byte[4_096];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      take(Arrays.copyOf(chunk, count));
    }
  }

  private synchronized void take(byte[] bytes) {
    if (buffered.length + bytes.length > Interpreter.COMMAND_BYTES_MAX) {
      LOG.warn("The printer's buffer is full; what came is lost.");
      return;
    }
    byte[] all = Arrays.copyOf(buffered, buffered.length + bytes.length);
    System.arraycopy(bytes, 0, all, buffered.length, bytes.length);
    buffered = realTime(all);
    process();
  }

  /** Obeys real-time commands and returns the rest; one cut in two waits for its end. */
  private byte[] realTime(byte[] bytes) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (int n = 0; n < bytes.length; n++) {
      if (bytes[n] == 0x10 && n + 2 < bytes.length && bytes[n + 1] == 0x04) {
        reply(status(bytes[n + 2]));
        n += 2;
      } else if (startsWith(bytes, n, CLEAR)) {
        rest.reset();
        interpreter.forgetLine();
        n += CLEAR.length - 1;
      } else if (bytes[n] == 0x10 && n + 4 < bytes.length && bytes[n + 1] == 0x14) {
        kick();
        n += 4;
      } else {
        rest.write(bytes[n]);
      }
    }
    return rest.toByteArray();
  }

  private int status(int kind) {
    boolean offline = coverOpen || paper == Paper.OUT;
    return 0x12
        | switch (kind) {
          case 1 -> (offline ? 0x08 : 0) | (drawerOpen ? 0x04 : 0);
          case 2 -> (coverOpen ? 0x04 : 0) | (paper == Paper.OUT ? 0x20 : 0);
          case 4 -> (paper == Paper.OK ? 0 : 0x0c) | (paper == Paper.OUT ? 0x60 : 0);
          default -> 0;
        };
  }

  private void process() {
    while (buffered.length > 0 && !coverOpen && paper != Paper.OUT && !silent) {
      boolean realTimeBegun = buffered[0] == 0x10 && buffered.length < CLEAR.length;
      int done = realTimeBegun ? 0 : interpreter.step(buffered);
      if (done == 0) {
        return;
      }
      received.write(buffered, 0, done);
      buffered = Arrays.copyOfRange(buffered, done, buffered.length);
    }
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] wanted) {
    return at + wanted.length <= bytes.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
