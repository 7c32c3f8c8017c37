package baton.local.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sales teams, accounts and past opportunities of a public data set, as a roster and a list of
 * accounts that routing can take in. The owner of an account is whoever worked on it most often.
 */
final class SalesTeams {

  private static final Map<String, String> ZONES =
      Map.of(
          "Central", "America/Chicago", "East", "America/New_York", "West", "America/Los_Angeles");

  private final Path folder;

  private SalesTeams(Path folder) {
    this.folder = folder;
  }

  /** Where the data should be; it is public, and not part of the project. */
  static Path folder() {
    return Path.of(System.getProperty("baton.shared", "../../../shared"))
        .resolve("data/maven_crm_sales_opportunities");
  }

  static SalesTeams read() {
    return new SalesTeams(folder());
  }

  /** The names of the regions, which are the names of the pools. */
  static List<String> regions() {
    return ZONES.keySet().stream().map(region -> region.toLowerCase(Locale.ROOT)).sorted().toList();
  }

  /** A table for the roster: everybody of the teams, and their managers in no pool. */
  String roster() {
    StringBuilder csv =
        new StringBuilder("email,name,zone,capacity,team,manager_email,pools,external_ids\n");
    Map<String, String> managers = new TreeMap<>();
    List<String[]> teams = rows("sales_teams.csv");
    for (String[] row : teams) {
      managers.put(row[1], row[2]);
    }
    managers.forEach((name, region) -> csv.append(person(name, region, "", "", "", 400)));
    for (String[] row : teams) {
      String pool = row[2].toLowerCase(Locale.ROOT);
      csv.append(person(row[0], row[2], row[1] + "'s team", email(row[1]), pool, 400));
    }
    return csv.toString();
  }

  private static String person(
      String name, String region, String team, String manager, String pools, int capacity) {
    return String.join(
            ",",
            email(name),
            name,
            ZONES.get(region),
            String.valueOf(capacity),
            team,
            manager,
            pools,
            "crm=" + slug(name))
        + "\n";
  }

  /** A table for the accounts. */
  String accounts() {
    Map<String, String> owners = owners();
    StringBuilder csv = new StringBuilder("domain,name,industry,employees,owner_email\n");
    for (String[] row : rows("accounts.csv")) {
      String owner = owners.get(row[0]);
      csv.append(domain(row[0]))
          .append(",\"" + row[0] + "\"," + row[1] + "," + row[4] + ",")
          .append(owner == null ? "" : email(owner))
          .append('\n');
    }
    return csv.toString();
  }

  /** The names of the accounts. */
  List<String> accountNames() {
    return rows("accounts.csv").stream().map(row -> row[0]).toList();
  }

  private Map<String, String> owners() {
    Map<String, Map<String, Integer>> worked = new HashMap<>();
    for (String[] row : rows("sales_pipeline.csv")) {
      if (!row[3].isEmpty()) {
        worked.computeIfAbsent(row[3], account -> new TreeMap<>()).merge(row[1], 1, Integer::sum);
      }
    }
    Map<String, String> owners = new HashMap<>();
    worked.forEach(
        (account, agents) ->
            owners.put(
                account,
                agents.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey()));
    return owners;
  }

  static String domain(String account) {
    return slug(account) + ".example";
  }

  private static String email(String name) {
    return slug(name) + "@sales.example";
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** The rows without the first; no cell of these files has a comma in it. */
  private List<String[]> rows(String file) {
    try {
      List<String[]> rows = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve(file)).stream().skip(1).toList()) {
        rows.add(line.split(",", -1));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
