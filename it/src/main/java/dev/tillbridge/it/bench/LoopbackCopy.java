package dev.tillbridge.it.bench;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The least that bringing a book to registers can cost: its bytes over loopback, forced to disk.
 */
final class LoopbackCopy {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final double NANOS_PER_SECOND = 1e9;

  private LoopbackCopy() {}

  /** Seconds until so many receivers have all of it on disk. */
  static double seconds(Path folder, List<BookValue> book, int receivers) throws Exception {
    byte[][] values = book.stream().map(Wire.BOOK_VALUE::encode).toArray(byte[][]::new);
    try (ExecutorService threads = Executors.newCachedThreadPool();
        ServerSocket server = new ServerSocket(0, receivers, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      List<Future<?>> received =
          IntStream.range(0, receivers)
              .<Future<?>>mapToObj(i ->
                  threads.submit(() -> {
                    receive(server.getLocalPort(), folder.resolve("copy-" + i));
                    return null;
                  }))
              .toList();
      for (int i = 0; i < receivers; i++) {
        Socket socket = server.accept();
        threads.submit(() -> {
          send(socket, values);
          return null;
        });
      }
      for (Future<?> one : received) {
        one.get();
      }
      return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
  }

  private static void send(Socket to, byte[][] values) throws IOException {
    try (Socket socket = to;
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES)) {
      for (byte[] value : values) {
        out.write(value);
      }
    }
  }

  private static void receive(int port, Path file) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        FileChannel disk =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        disk.write(ByteBuffer.wrap(buffer, 0, n));
      }
      disk.force(true);
    }
  }
}
