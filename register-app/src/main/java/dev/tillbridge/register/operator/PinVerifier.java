package dev.tillbridge.register.operator;

/** Compares a PIN with its hash, slowly on purpose. */
@FunctionalInterface
public interface PinVerifier {

  boolean matches(String pin, String hash);
}
