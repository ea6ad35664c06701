package dev.tillbridge.pricebook.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.pricebook.importing.CharsetGuess;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.importing.PriceListImport;
import dev.tillbridge.pricebook.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProposedMappingTest {

  @TempDir Path dir;

  @Test
  void germanListWithSemicolonsAndCommasIsImportedAsProposed() throws IOException {
    Path list =
        write(
            """
            Preisliste Bäckerei Müller

            Artikelnr.;Bezeichnung;Preis;EAN;MwSt
            0001;"Brötchen; hell";0,45 €;4006381333931;7
            0002;Käsekuchen groß;1.012,50 €;96385074|12345670;7
            0003;Kaffee gemahlen;6,99 €;;19
            """,
            Charset.forName("windows-1252"));

    String proposed = ProposedMapping.of(list);
    ImportedList imported =
        PriceListImport.read(list, Mapping.parse(proposed, "proposed"), CurrencyUnit.EUR);

    assertThat(proposed)
        .contains("charset: windows-1252")
        .contains("delimiter: \";\"")
        .contains("header-line: 3")
        .contains("currency: EUR")
        .contains("thousands-separator: \".\"")
        .contains("separator: \"|\"");
    assertThat(imported.badRows()).isEmpty();
    assertThat(imported.counts().items()).isEqualTo(3);
    assertThat(imported.counts().barcodes()).isEqualTo(3);
  }

  @Test
  void columnsWithoutHeadingsAreProposedByNumber() throws IOException {
    Path list =
        write(
            "10017\tGreen tea 20 bags\t2.49\n10025\tOat drink 1 l\t1.80\n", StandardCharsets.UTF_8);

    String proposed = ProposedMapping.of(list);

    assertThat(proposed)
        .contains("delimiter: \"tab\"")
        .contains("header-line: 0")
        .contains("code: \"1\"")
        .contains("name: \"2\"")
        .contains("price: \"3\"");
  }

  @Test
  void fileWithoutColumnsIsRefused() throws IOException {
    Path list = write("just some words\nand no columns\n", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ProposedMapping.of(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least two columns");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250, Češnjak svježi đumbir šećer",
    "ISO-8859-2, Žlutý kůň pěl ďábelské ódy šťáva",
    "windows-1252, Crème brûlée façon maître pâtissier",
    "windows-1251, Молоко пастеризованное сливки",
    "windows-1253, Γάλα φρέσκο ελληνικό γιαούρτι",
    "UTF-8, Brötchen šunka",
    "Shift_JIS, 日本茶と牛乳とパンとお米を売っています。これは値段表です。",
  })
  void charsetIsFoundByTheLettersItGives(String charset, String text) throws IOException {
    Path list = write(text + "\n", Charset.forName(charset));

    CharsetGuess guess = CharsetGuess.of(list);

    assertThat(guess.charset().name()).isEqualTo(charset);
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.write(dir.resolve("list.csv"), text.getBytes(charset));
  }
}
