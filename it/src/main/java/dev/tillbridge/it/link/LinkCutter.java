package dev.tillbridge.it.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relays TCP connections on loopback from one port to another, until it is told not to. Any thread
 * may call it; virtual threads carry the bytes, two for each connection.
 */
public final class LinkCutter implements AutoCloseable {

  /** What the link does. */
  public enum State {
    /** Bytes pass both ways. */
    UP,
    /** Connections are closed and new ones refused: the other machine is off. */
    CUT,
    /** Nothing is closed and nothing passes: the cable is pulled. */
    SILENT
  }

  private static final int CONNECTIONS_MAX = 256;
  private static final int CONNECT_WAIT_MS = 1_000;

  private final String name;
  private final int port;
  private final InetSocketAddress target;

  /** Held for a moment by everyone; a change of state as a whole holds this object's own lock. */
  private final Object guard = new Object();

  private final Set<Relayed> connections = new HashSet<>();
  private State state = State.UP;
  private @Nullable ServerSocket door;
  private @Nullable Thread doorman;

  private LinkCutter(String name, int port, InetSocketAddress target) {
    this.name = name;
    this.port = port;
    this.target = target;
  }

  /**
   * Opens the link.
   *
   * @param name for people, for example {@code S01-R01 -> S01}
   * @throws UncheckedIOException when the port is taken
   */
  public static LinkCutter open(String name, int port, int targetPort) {
    LinkCutter link =
        new LinkCutter(
            name, port, new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
    link.restore();
    return link;
  }

  public String name() {
    return name;
  }

  /** Where callers connect. */
  public int port() {
    return port;
  }

  public State state() {
    synchronized (guard) {
      return state;
    }
  }

  /** Number of connections now open through it, those that only seem open included. */
  public int connections() {
    synchronized (guard) {
      return connections.size();
    }
  }

  /** Closes all connections and refuses new ones. */
  public synchronized void cut() {
    change(State.CUT);
    closeDoor();
    closeConnections();
  }

  /** Stops all bytes, closes nothing, accepts new connections and leaves them without an answer. */
  public synchronized void silentCut() {
    synchronized (guard) {
      state = State.SILENT;
      connections.forEach(Relayed::fallSilent);
    }
    openDoor();
  }

  /** Closes what lived through a silent cut, and relays again. */
  public synchronized void restore() {
    if (change(State.UP) == State.SILENT) {
      closeConnections();
    }
    openDoor();
  }

  @Override
  public synchronized void close() {
    cut();
  }

  private State change(State next) {
    synchronized (guard) {
      State before = state;
      state = next;
      return before;
    }
  }

  private void openDoor() {
    if (door != null) {
      return;
    }
    try {
      ServerSocket opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
      door = opened;
      doorman = Thread.ofVirtual().name("link " + name).start(() -> welcome(opened));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The link " + name + " cannot listen on port " + port + ": " + e.getMessage() + ".", e);
    }
  }

  private void closeDoor() {
    if (door == null || doorman == null) {
      return;
    }
    Relayed.closeQuietly(door);
    door = null;
    try {
      // The port is free only when nobody waits in accept any more.
      doorman.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    doorman = null;
  }

  private void closeConnections() {
    Set<Relayed> all;
    synchronized (guard) {
      all = Set.copyOf(connections);
      connections.clear();
    }
    all.forEach(Relayed::close);
  }

  private void welcome(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        admit(opened.accept());
      } catch (IOException e) {
        // The door was closed, or the caller left again: the loop's condition tells which.
      }
    }
  }

  private void admit(Socket caller) {
    Relayed connection = new Relayed(caller, this::forget);
    synchronized (guard) {
      if (state == State.CUT || connections.size() >= CONNECTIONS_MAX) {
        connection.close();
        return;
      }
      connections.add(connection);
      if (state == State.SILENT) {
        connection.fallSilent();
      }
    }
    Thread.ofVirtual().start(() -> connection.relayTo(target, CONNECT_WAIT_MS));
  }

  private void forget(Relayed connection) {
    synchronized (guard) {
      connections.remove(connection);
    }
  }

  @Override
  public String toString() {
    return name + " (" + state() + ")";
  }
}
