package dev.tillbridge.model.drawer;

import org.joda.money.Money;

/**
 * What one kind of tender came to in a session.
 *
 * @param kind {@code cash}, {@code card:Visa}, {@code foreign-cash:EUR}, {@code stored-value:GIFT},
 *     {@code deposit}
 * @param count of tenders
 * @param amount received less paid out, change taken off cash
 */
public record TenderTotal(String kind, int count, Money amount) {}
