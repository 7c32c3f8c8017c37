package baton.intake.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists as they are at one time. Immutable. */
public final class MailLists {

  /** The small ones that are built in, and nothing else. */
  public static final MailLists BUILT_IN = new MailLists(Map.of());

  private final Map<MailList, Set<String>> entries = new EnumMap<>(MailList.class);

  /**
   * @param loaded entries besides those that are built in
   */
  MailLists(Map<MailList, Set<String>> loaded) {
    for (MailList list : MailList.values()) {
      Set<String> all = new HashSet<>(builtIn(list));
      all.addAll(loaded.getOrDefault(list, Set.of()));
      entries.put(list, Set.copyOf(all));
    }
  }

  /** Whether this is on the list. */
  boolean has(MailList list, String entry) {
    return entries.get(list).contains(entry);
  }

  /** Whether this domain, or one that it is below of, is on the list. */
  boolean hasAbove(MailList list, String domain) {
    for (String d = domain; d.contains("."); d = d.substring(d.indexOf('.') + 1)) {
      if (has(list, d)) {
        return true;
      }
    }
    return false;
  }

  /** What is built in. */
  static Set<String> builtIn(MailList list) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                MailLists.class.getResourceAsStream(list.builtIn()), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
