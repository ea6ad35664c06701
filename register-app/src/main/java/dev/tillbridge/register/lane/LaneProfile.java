package dev.tillbridge.register.lane;

import dev.tillbridge.register.document.DocumentRules;
import dev.tillbridge.register.pricing.DiscountLimits;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.tender.TenderRules;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/**
 * What does not change while a lane runs.
 *
 * @param zone whose date is the business date of a drawer session opened now
 * @param limits of what people may take off by hand
 * @param tenders what is taken as payment
 * @param firstTicket lowest count of a ticket on a new disk that HQ cannot be asked about
 * @param firstSession lowest number of a drawer session there
 * @param documents how long prices are promised and what a cancelled layaway costs
 */
public record LaneProfile(
    CurrencyUnit currency,
    ZoneId zone,
    ReceiptLayout receipt,
    DiscountLimits limits,
    TenderRules tenders,
    long firstTicket,
    long firstSession,
    DocumentRules documents) {}
