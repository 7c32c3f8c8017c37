package baton.intake.importing;

import baton.events.intake.QuarantineReason;
import baton.http.digest.Sha256;
import baton.intake.submission.Foresight;
import baton.intake.submission.Reading;
import baton.intake.submission.Submission;
import baton.intake.submission.domain.Keys;
import baton.intake.submission.domain.MatchKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Says what would become of a block, given what is stored and the blocks looked at before, and
 * remembers what it came across. Two leads that one row would be found to be are one.
 */
final class CheckBlock {

  private final Connection connection;

  /** Remembered from the first block on, so that nothing remembered means that it was lost. */
  private static final Sha256 BEGUN = Sha256.of("begun");

  private final UUID run;
  private final Set<Sha256> seen = new HashSet<>();
  private final Set<Sha256> fresh = new HashSet<>();
  private final long[] outcomes = new long[3];
  private final List<DryRun.Example> quarantined = new ArrayList<>();

  CheckBlock(Connection connection, UUID run) {
    this.connection = connection;
    this.run = run;
    fresh.add(BEGUN);
  }

  /** Whether anything is remembered of this run. */
  static boolean isRemembered(Connection connection, UUID run) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from import_seen where run = ? limit 1")) {
      query.setObject(1, run);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /** The dry run with this block more. */
  DryRun look(DryRun before, Block block, List<Submission> rows) throws SQLException {
    Foresight foresight = Foresight.of(connection, rows);
    readSeen(rows, foresight);
    rows.forEach(row -> look(row, foresight));
    rememberFresh();
    return before.with(block, outcomes, quarantined);
  }

  private void look(Submission row, Foresight foresight) {
    if (foresight.cameBefore(row) | !note(row.dedup())) {
      outcomes[2]++;
    } else if (row.reading() instanceof Reading.Unusable unusable) {
      quarantined.add(new DryRun.Example(row.row().number(), unusable.why().name()));
    } else if (foresight.keys(row).isEmpty()) {
      // Somebody can be reached with it, so that it is for what cannot be stored.
      quarantined.add(new DryRun.Example(row.row().number(), QuarantineReason.UNSTORABLE.name()));
    } else {
      Keys keys = foresight.keys(row);
      boolean known = keys.finding().stream().anyMatch(key -> isKnown(key, foresight));
      keys.all().forEach(key -> note(digest(key)));
      outcomes[known ? 1 : 0]++;
    }
  }

  private boolean isKnown(MatchKey key, Foresight foresight) {
    return foresight.isKnown(key) || seen.contains(digest(key)) || fresh.contains(digest(key));
  }

  /** Whether this is come across for the first time. */
  private boolean note(Sha256 digest) {
    return !seen.contains(digest) && fresh.add(digest);
  }

  private static Sha256 digest(MatchKey key) {
    return Sha256.of("key:" + key.kind() + " " + key.value());
  }

  private void readSeen(List<Submission> rows, Foresight foresight) throws SQLException {
    Set<Sha256> wanted = new HashSet<>();
    for (Submission row : rows) {
      wanted.add(row.dedup());
      foresight.keys(row).all().forEach(key -> wanted.add(digest(key)));
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "select digest from import_seen where run = ? and digest = any(?::bytea[])")) {
      query.setObject(1, run);
      query.setArray(2, connection.createArrayOf("bytea", bytes(wanted)));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          seen.add(Sha256.stored(row.getBytes(1)));
        }
      }
    }
  }

  private void rememberFresh() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into import_seen select ?, unnest(?::bytea[]) on conflict do nothing")) {
      insert.setObject(1, run);
      insert.setArray(2, connection.createArrayOf("bytea", bytes(fresh)));
      insert.executeUpdate();
    }
  }

  private static byte[][] bytes(Set<Sha256> digests) {
    return digests.stream().map(Sha256::bytes).toArray(byte[][]::new);
  }
}
