package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.Link;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.register.card.CardDesk;
import dev.tillbridge.register.favourites.Favourites;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.pricing.PriceBooks;
import dev.tillbridge.register.search.ItemSearch;
import dev.tillbridge.register.weighing.ScaleDesk;
import dev.tillbridge.register.words.Words;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a register's screen is made of.
 *
 * @param delivery how the register stands with HQ; answers at once
 * @param simulated the devices the screen may tamper with, null when they are real
 * @param keyFingerprint of the key that seals its entries, as HQ shows it
 * @param metrics the process's figures in Prometheus' text format
 * @param words in the register's language
 * @param search finds items by name
 * @param favourites items on keys
 * @param cards takes payments by card
 * @param scale rings what is scanned, weighed where it is sold by weight
 * @param desks ask others
 */
public record ScreenParts(
    Lane lane,
    Link link,
    Supplier<DeliveryStatus> delivery,
    Journal journal,
    @Nullable SimulatedDevices simulated,
    String storeName,
    String keyFingerprint,
    Clock clock,
    ZoneId zone,
    SecureRandom random,
    Supplier<String> metrics,
    Words words,
    PriceBooks books,
    ItemSearch search,
    Favourites favourites,
    CardDesk cards,
    ScaleDesk scale,
    Desks desks) {}
