package dev.tillbridge.it.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkCutterTest {

  private static final int NO_ANSWER_MS = 300;

  private ServerSocket echo;
  private LinkCutter link;
  private final AtomicLong bytesAtEcho = new AtomicLong();

  @BeforeEach
  void openLinkToAnEcho() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::answer);
    link = LinkCutter.open("caller -> echo", freePort(), echo.getLocalPort());
  }

  @AfterEach
  void closeBoth() throws IOException {
    link.close();
    echo.close();
  }

  @Test
  void bytesPassBothWaysWhileItIsUp() throws IOException {
    try (Socket caller = call()) {
      assertThat(ask(caller, 42)).isEqualTo(42);
      assertThat(ask(caller, 43)).isEqualTo(43);
    }
    await().untilAsserted(() -> assertThat(link.connections()).isZero());
  }

  @Test
  void cutClosesConnectionsAndRefusesNewOnes() throws IOException {
    try (Socket caller = call()) {
      ask(caller, 1);

      link.cut();

      assertThat(readOrEnd(caller)).isEqualTo(-1);
      assertThatThrownBy(this::call).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void silentCutClosesNothingAndLetsNothingPass() throws IOException {
    try (Socket caller = call()) {
      ask(caller, 1);
      long before = bytesAtEcho.get();

      link.silentCut();
      caller.getOutputStream().write(2);

      assertThatThrownBy(() -> caller.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(bytesAtEcho).hasValue(before);
    }
  }

  @Test
  void silentCutAcceptsNewConnectionsAndLeavesThemWithoutAnAnswer() throws IOException {
    link.silentCut();

    try (Socket caller = call()) {
      caller.getOutputStream().write(2);

      assertThatThrownBy(() -> caller.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(bytesAtEcho).hasValue(0);
    }
  }

  @Test
  void bytesLostInASilentCutNeverArriveAfterIt() throws IOException {
    try (Socket old = call()) {
      ask(old, 1);
      link.silentCut();
      old.getOutputStream().write(2);

      link.restore();

      assertThat(readOrEnd(old)).isEqualTo(-1);
      try (Socket fresh = call()) {
        assertThat(ask(fresh, 3)).isEqualTo(3);
      }
      assertThat(bytesAtEcho).hasValue(2);
    }
  }

  @Test
  void itCanBeCutAndRestoredAgainAndAgain() throws IOException {
    for (int round = 0; round < 20; round++) {
      if (round % 2 == 0) {
        link.cut();
      } else {
        link.silentCut();
      }
      link.restore();
      try (Socket caller = call()) {
        assertThat(ask(caller, round)).isEqualTo(round);
      }
    }
  }

  private void answer() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
        bytesAtEcho.incrementAndGet();
        socket.getOutputStream().write(b);
      }
    } catch (IOException e) {
      // The caller is gone, which is what these tests are about.
    }
  }

  private Socket call() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.port());
    socket.setSoTimeout(NO_ANSWER_MS);
    return socket;
  }

  private static int ask(Socket socket, int value) throws IOException {
    socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
    socket.getOutputStream().write(value);
    int answer = socket.getInputStream().read();
    socket.setSoTimeout(NO_ANSWER_MS);
    return answer;
  }

  private static int readOrEnd(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
