package dev.tillbridge.model.pricebook;

import dev.tillbridge.model.tax.TaxRate;

/** An item with the rate of its tax category looked up. */
public record PricedItem(BookValue.Item item, TaxRate tax) {}
