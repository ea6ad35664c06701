package dev.tillbridge.register.card;

/** The register stops here and now; nothing after it is carried out. */
final class PowerCut extends Error {}
