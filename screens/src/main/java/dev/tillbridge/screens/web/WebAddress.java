package dev.tillbridge.screens.web;

import java.util.Objects;

/**
 * Where a web server listens.
 *
 * @param setting key of the port in the settings file, for messages
 * @param port 0 lets the system choose a free one
 */
public record WebAddress(String setting, String host, int port) {

  public WebAddress {
    Objects.requireNonNull(setting, "setting is missing");
    Objects.requireNonNull(host, "host is missing");
  }

  String browserHost() {
    return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
  }

  String cannotListen(Throwable cause) {
    return "Cannot listen on %s:%d (%s). Another program has taken the port, or the host is not this machine's. Nothing was started; stop that program, or set %s to a free port."
        .formatted(host, port, rootMessage(cause), setting);
  }

  private static String rootMessage(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
