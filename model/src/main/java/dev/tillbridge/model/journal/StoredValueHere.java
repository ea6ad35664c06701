package dev.tillbridge.model.journal;

import dev.tillbridge.model.storedvalue.StoredValueKind;
import org.joda.money.Money;

/**
 * What happened to a stored value at this register.
 *
 * @param issued here, reloads included
 * @param redeemed here
 * @param unchecked of that, what HQ was not asked for
 */
public record StoredValueHere(
    String number, StoredValueKind kind, Money issued, Money redeemed, Money unchecked) {}
