package dev.tillbridge.register.pricecache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a port on which bytes can vanish without anybody being told, as behind a pulled cable.
 */
final class SilentLink implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  private SilentLink(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  static SilentLink to(int port) throws IOException {
    SilentLink link =
        new SilentLink(new ServerSocket(0, 16, InetAddress.getLoopbackAddress()), port);
    Thread.ofVirtual().start(link::accept);
    return link;
  }

  int port() {
    return listener.getLocalPort();
  }

  void cut() {
    cut = true;
  }

  void heal() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listener.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(near, far));
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
      }
    } catch (IOException e) {
      // closed
    }
  }

  /** What was sent during a cut is lost, so a connection that lived through one stays dead. */
  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16 * 1024];
    boolean lost = false;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        lost |= cut;
        if (!lost) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
