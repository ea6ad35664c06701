package dev.tillbridge.broker.node;

/** What a broker is for. */
public enum Role {
  REGISTER,
  STORE,
  HQ
}
