package dev.tillbridge.register.lane;

import dev.tillbridge.register.receipt.ReceiptLayout;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/**
 * What does not change while a lane runs.
 *
 * @param zone whose date is the business date of a drawer session opened now
 * @param firstTicket count of the first ticket on a new disk, so that numbers go on over epochs
 * @param firstSession number of the first drawer session on a new disk
 */
public record LaneProfile(
    CurrencyUnit currency,
    ZoneId zone,
    ReceiptLayout receipt,
    long firstTicket,
    long firstSession) {}
