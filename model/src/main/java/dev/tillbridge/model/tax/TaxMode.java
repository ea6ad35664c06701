package dev.tillbridge.model.tax;

/** Whether the price on the shelf holds the tax already. */
public enum TaxMode {
  INCLUSIVE,
  EXCLUSIVE
}
