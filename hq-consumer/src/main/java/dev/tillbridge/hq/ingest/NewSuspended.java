package dev.tillbridge.hq.ingest;

/** An entry that holds its number and cannot be posted, under the row number it got. */
record NewSuspended(long row, Arrival.Unpostable arrival) {}
