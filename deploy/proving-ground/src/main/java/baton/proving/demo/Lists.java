package baton.proving.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names of people and companies, from the files beside this class. */
final class Lists {

  static final List<String> GIVEN_NAMES = lines("given-names.txt");
  static final List<String> FAMILY_NAMES = lines("family-names.txt");
  static final List<Company> COMPANIES =
      lines("companies.csv").stream().map(Company::parse).toList();

  private Lists() {}

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Lists.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
