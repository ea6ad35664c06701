package dev.tillbridge.it.demo;

import dev.tillbridge.it.invoice.InvoiceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The small file of invoices that comes with Tillbridge. */
public final class SampleInvoices {

  private static final String FILE = "sample-invoices.csv";

  private SampleInvoices() {}

  public static InvoiceFile read() throws IOException {
    try (InputStream sample =
        Objects.requireNonNull(SampleInvoices.class.getResourceAsStream(FILE), FILE)) {
      return InvoiceFile.read(new InputStreamReader(sample, StandardCharsets.UTF_8));
    }
  }
}
