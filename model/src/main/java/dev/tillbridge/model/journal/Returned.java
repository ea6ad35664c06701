package dev.tillbridge.model.journal;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * How much of a ticket's line has come back at this register.
 *
 * @param quantity above zero
 * @param amount given back for it, above or equal to zero
 */
public record Returned(String ticket, int line, BigDecimal quantity, Money amount) {}
