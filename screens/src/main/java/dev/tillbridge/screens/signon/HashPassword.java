package dev.tillbridge.screens.signon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Prints the hash of the PIN or password on standard input, for a people file. */
public final class HashPassword {

  private HashPassword() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String secret = input.readLine();
    if (secret == null || secret.isBlank()) {
      System.err.println("No PIN was given. Write it on standard input, followed by Enter.");
      System.exit(2);
      return;
    }
    System.out.println(PasswordHash.hash(secret.strip(), new SecureRandom()).encoded());
  }
}
