package dev.tillbridge.pricebook.importing;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/** The letters of a language beside a to z, and the charsets its lists are written in. */
record Alphabet(String language, String letters, List<String> charsets) {

  private static final List<String> CENTRAL = List.of("windows-1250", "ISO-8859-2", "IBM852");
  private static final List<String> WESTERN = List.of("windows-1252", "IBM850");
  private static final List<String> CYRILLIC = List.of("windows-1251", "KOI8-R", "IBM866");
  private static final String SHOP_SIGNS = "äöüéß€°®™´’“”„–…·½²³";

  private static final List<Alphabet> ALL =
      List.of(
          new Alphabet("German", "äöüß", WESTERN),
          new Alphabet("French", "àâæçèéêëîïôœùûüÿ", WESTERN),
          new Alphabet("Spanish", "áéíñóúü¿¡ªº", WESTERN),
          new Alphabet("Portuguese", "áàâãçéêíóôõúüªº", WESTERN),
          new Alphabet("Italian", "àèéìíòóù", WESTERN),
          new Alphabet("Danish", "æøåé", WESTERN),
          new Alphabet("Swedish", "åäöé", WESTERN),
          new Alphabet("Croatian", "čćđšž", CENTRAL),
          new Alphabet("Czech", "áčďéěíňóřšťúůýž", CENTRAL),
          new Alphabet("Slovak", "áäčďéíĺľňóôŕšťúýž", CENTRAL),
          new Alphabet("Polish", "ąćęłńóśźż", CENTRAL),
          new Alphabet("Hungarian", "áéíóöőúüű", CENTRAL),
          new Alphabet("Romanian", "ăâîșțşţ", CENTRAL),
          new Alphabet("Baltic", "āčēģīķļņšūžąęėįųõäöü", List.of("windows-1257")),
          new Alphabet("Turkish", "çğıöşüâîİ", List.of("windows-1254")),
          new Alphabet("Greek", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ", List.of("windows-1253")),
          new Alphabet("Russian or Bulgarian", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ№", CYRILLIC));

  /** The charset in which most characters beyond ASCII are letters of one language. */
  static CharsetGuess best(byte[] bytes) {
    CharsetGuess best = new CharsetGuess(Charset.forName("windows-1252"), "nothing fits better");
    double bestShare = 0;
    for (Alphabet alphabet : ALL) {
      for (String name : alphabet.charsets) {
        Charset charset = Charset.forName(name);
        double share =
            CharsetGuess.decodes(bytes, charset) ? alphabet.share(new String(bytes, charset)) : 0;
        if (share > bestShare + 1e-9) {
          bestShare = share;
          best =
              new CharsetGuess(
                  charset,
                  "%.1f %% of its letters beyond a to z are %s then"
                      .formatted(100 * share, alphabet.language));
        }
      }
    }
    return best;
  }

  /** A sign of the shop's trade counts a little, so that a letter wins over it. */
  private double share(String text) {
    long beyond = 0;
    double fitting = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < 0x80) {
        continue;
      }
      beyond++;
      String lower = String.valueOf(character).toLowerCase(Locale.ROOT);
      if (letters.contains(lower)) {
        fitting += 1;
      } else if (SHOP_SIGNS.contains(lower)) {
        fitting += 0.5;
      }
    }
    return beyond == 0 ? 0 : fitting / beyond;
  }
}
