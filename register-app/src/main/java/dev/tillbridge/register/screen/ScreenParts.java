package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.Link;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.register.lane.Lane;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a register's screen is made of.
 *
 * @param simulated the devices the screen may tamper with, null when they are real
 * @param metrics the process's figures in Prometheus' text format
 */
public record ScreenParts(
    Lane lane,
    Link link,
    Journal journal,
    @Nullable SimulatedDevices simulated,
    String storeName,
    Clock clock,
    ZoneId zone,
    SecureRandom random,
    Supplier<String> metrics) {}
