package baton.routing.accounts;

import baton.routing.imports.CsvSheet;
import baton.routing.imports.ImportReport;
import baton.routing.imports.ImportReport.Fault;
import baton.routing.imports.ImportReport.Outcome;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes accounts from a table. They are known by their domains. */
@Singleton
public class ImportAccounts {

  private static final Set<String> COLUMNS =
      new LinkedHashSet<>(
          List.of("domain", "name", "industry", "country", "employees", "owner_email"));
  private static final Set<String> REQUIRED = Set.of("domain", "name");

  private final Accounts accounts;

  ImportAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  private record Line(CsvSheet.Row row, Account account, List<Fault> faults) {}

  /**
   * Takes all rows, or those that can be taken if {@code partly}, or only tells what would become
   * of them if not {@code apply}.
   *
   * @throws CsvSheet.Unreadable if it is no such table
   */
  public ImportReport take(byte[] csv, boolean apply, boolean partly) throws SQLException {
    CsvSheet sheet = CsvSheet.read(csv, COLUMNS, REQUIRED);
    List<Line> lines = new ArrayList<>();
    List<Accounts.Saved> saved =
        accounts.save(
            present -> {
              lines.addAll(lines(sheet, present));
              List<Account> readable =
                  lines.stream()
                      .filter(line -> line.faults().isEmpty())
                      .map(Line::account)
                      .toList();
              boolean all = readable.size() == lines.size();
              return new Accounts.Plan(readable, apply && (all || partly));
            },
            partly);
    List<ImportReport.Row> rows = new ArrayList<>();
    int next = 0;
    for (Line line : lines) {
      rows.add(
          line.faults().isEmpty()
              ? row(line, saved.get(next++))
              : new ImportReport.Row(line.row().number(), Outcome.REFUSED, null, line.faults()));
    }
    int refused = (int) rows.stream().filter(row -> row.outcome() == Outcome.REFUSED).count();
    return new ImportReport(apply && (refused == 0 || partly), refused, rows);
  }

  private static List<Line> lines(CsvSheet sheet, Accounts.Present present) throws SQLException {
    Map<String, Account> accounts = present.withDomains(filled(sheet, "domain"));
    Map<String, UUID> reps = present.reps(filled(sheet, "owner_email"));
    return sheet.rows().stream().map(row -> line(row, accounts, reps)).toList();
  }

  private static List<String> filled(CsvSheet sheet, String column) {
    return sheet.rows().stream()
        .flatMap(row -> row.filled(column).stream())
        .map(ImportAccounts::lower)
        .toList();
  }

  private static ImportReport.Row row(Line line, Accounts.Saved saved) {
    if (saved instanceof Accounts.Saved.Done done) {
      Outcome outcome =
          done.created() ? Outcome.CREATED : done.changed() ? Outcome.CHANGED : Outcome.UNCHANGED;
      return new ImportReport.Row(
          line.row().number(), outcome, line.account().accountId(), List.of());
    }
    return new ImportReport.Row(
        line.row().number(),
        Outcome.REFUSED,
        null,
        ((Accounts.Saved.Refused) saved)
            .faults().stream()
                .map(
                    f ->
                        new Fault(
                            f.field().equals("owner") ? "owner_email" : f.field(), f.reason()))
                .toList());
  }

  private static Line line(CsvSheet.Row row, Map<String, Account> present, Map<String, UUID> reps) {
    List<Fault> faults = new ArrayList<>();
    String domain = row.filled("domain").map(ImportAccounts::lower).orElse("");
    if (!domain.matches(Account.DOMAIN) || domain.length() > 253) {
      faults.add(new Fault("domain", "must be a domain such as example.com"));
    }
    String name = row.filled("name").orElse("");
    if (name.isEmpty() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
      faults.add(new Fault("name", "must have 1 to 200 characters, on one line"));
    }
    String industry = row.filled("industry").orElse(null);
    if (industry != null
        && (industry.length() > 200 || industry.chars().anyMatch(Character::isISOControl))) {
      faults.add(new Fault("industry", "must have at most 200 characters, on one line"));
    }
    String country = row.filled("country").map(c -> c.toUpperCase(Locale.ROOT)).orElse(null);
    if (country != null && !Set.of(Locale.getISOCountries()).contains(country)) {
      faults.add(new Fault("country", "must be a country of ISO 3166-1 such as DE"));
    }
    String employees = row.filled("employees").orElse(null);
    if (employees != null && !employees.matches("\\d{1,8}")) {
      faults.add(new Fault("employees", "must be a number"));
    }
    String owner = row.filled("owner_email").map(ImportAccounts::lower).orElse(null);
    if (owner != null && !reps.containsKey(owner)) {
      faults.add(new Fault("owner_email", "no rep has this address"));
    }
    if (!faults.isEmpty()) {
      return new Line(row, null, faults);
    }
    UUID id =
        present.containsKey(domain)
            ? present.get(domain).accountId()
            : UuidCreator.getTimeOrderedEpoch();
    return new Line(
        row,
        new Account(
            id,
            name,
            domain,
            industry,
            country,
            employees == null ? null : Integer.valueOf(employees),
            owner == null ? null : reps.get(owner)),
        faults);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
