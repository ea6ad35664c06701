package dev.tillbridge.hq.suspense;

import org.joda.money.Money;

/**
 * A part of an amount in suspense, and the account it belongs to.
 *
 * @param amount credited when positive, debited when negative
 */
public record RepairLine(String account, Money amount) {}
