package baton.routing.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * An organisation that Sales knows. What is null is not known.
 *
 * @param domain lower case
 * @param country ISO 3166-1 alpha-2
 * @param employees number of them
 * @param owner the rep who owns it
 */
public record Account(
    UUID accountId,
    String name,
    String domain,
    String industry,
    String country,
    Integer employees,
    UUID owner) {

  /** The form of a domain, in lower case. */
  public static final String DOMAIN = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*)(\\.[\\p{L}\\p{N}-]+)+";

  private static final Set<String> FORMS =
      Set.of(
          "ab",
          "ag",
          "as",
          "bv",
          "co",
          "company",
          "corp",
          "corporation",
          "gmbh",
          "inc",
          "incorporated",
          "kg",
          "limited",
          "llc",
          "llp",
          "ltd",
          "nv",
          "oy",
          "plc",
          "pty",
          "sa",
          "sarl",
          "se",
          "sl",
          "spa",
          "srl",
          "ug");

  /**
   * What names of one organisation have in common: letters and digits in lower case, without marks,
   * and without the legal form at the end. Empty if nothing is left.
   */
  public static String nameKey(String name) {
    if (name == null) {
      return "";
    }
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{M}.'’]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    while (plain.indexOf(' ') > 0 && FORMS.contains(plain.substring(plain.lastIndexOf(' ') + 1))) {
      plain = plain.substring(0, plain.lastIndexOf(' ')).strip();
    }
    return plain;
  }
}
