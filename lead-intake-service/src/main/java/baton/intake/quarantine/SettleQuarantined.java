package baton.intake.quarantine;

import static baton.events.intake.QuarantineStep.DISCARDED;
import static baton.events.intake.QuarantineStep.FETCHED;
import static baton.events.intake.QuarantineStep.MENDED;
import static baton.events.intake.QuarantineStep.REPLAYED;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.events.Event;
import baton.events.intake.QuarantineReason;
import baton.events.intake.QuarantineStep;
import baton.events.intake.SubmissionDiscarded;
import baton.events.intake.SubmissionReleased;
import baton.events.intake.SubmissionRetried;
import baton.intake.Contended;
import baton.intake.Published;
import baton.intake.submission.Admission;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import baton.intake.submission.Reading;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.UnstorableText;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Has a quarantined submission end as what it should have been: read again, mended by hand, or
 * discarded. It keeps the time of its arrival. Each is done once, whoever asks how often.
 */
@Singleton
public class SettleQuarantined {

  private static final String SETTLE =
      """
      update receipt set outcome = ?, reason = ?, lead_id = ?, campaign = ?,
                         raw = ?, media_type = ?
       where id = ?""";
  private static final String FETCH =
      """
      insert into platform_fetch (submission_id, due_at, wanted_at) values (?, ?, ?)
      on conflict (submission_id) do update
         set due_at = excluded.due_at, wanted_at = excluded.wanted_at, attempts = 0""";

  private final Transactions transactions;
  private final EventLog log;
  private final ReadAgain readAgain;
  private final Clock clock;
  private final MeterRegistry meters;

  SettleQuarantined(
      Transactions transactions,
      EventLog log,
      ReadAgain readAgain,
      Clock clock,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.log = log;
    this.readAgain = readAgain;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * What became of a submission.
   *
   * @param receipt still quarantined if nobody can be reached even now
   * @param earlier whether it was settled before, and nothing was done now
   */
  public record Settlement(Receipt receipt, boolean earlier) {}

  /**
   * Reads it again, as its platform's ways and the settings of its source are now.
   *
   * @return empty if there is no such submission
   */
  public Optional<Settlement> replay(UUID id, Cause cause) throws SQLException {
    return settle(id, REPLAYED, kept -> kept.as(readAgain.read(kept), cause));
  }

  /**
   * Reads it as it is with what its platform said about it.
   *
   * @param raw JSON, in the place of what was kept so far
   * @return empty if there is no such submission
   */
  public Optional<Settlement> complete(UUID id, byte[] raw, Cause cause) throws SQLException {
    return settle(
        id,
        FETCHED,
        kept -> {
          KeptSubmission completed = kept.with(raw);
          return completed.as(readAgain.read(completed), cause);
        });
  }

  /**
   * Takes what a person found in it for what it says.
   *
   * @return empty if there is no such submission
   */
  public Optional<Settlement> mend(UUID id, Content content, Cause cause) throws SQLException {
    return settle(id, MENDED, kept -> kept.as(readAgain.as(content, kept), cause));
  }

  /**
   * Has it be nothing; its body is deleted.
   *
   * @return empty if there is no such submission
   */
  public Optional<Settlement> discard(UUID id, DiscardReason why, Cause cause) throws SQLException {
    return settle(id, DISCARDED, kept -> kept.as(new Reading.Nothing(kept.campaign(), why), cause));
  }

  /** What cannot be stored waits on, with that reason. */
  private Optional<Settlement> settle(
      UUID id, QuarantineStep step, Function<KeptSubmission, Submission> reader)
      throws SQLException {
    try {
      return attempt(id, step, reader);
    } catch (SQLException | UnstorableText e) {
      if (UnstorableText.isCauseOf(e)) {
        return attempt(id, step, kept -> reader.apply(kept).unstorable());
      }
      throw e;
    }
  }

  /** Takes the step in one transaction. */
  private Optional<Settlement> attempt(
      UUID id, QuarantineStep step, Function<KeptSubmission, Submission> reader)
      throws SQLException {
    return Contended.call(
        transactions,
        connection -> {
          Optional<KeptSubmission> found = KeptSubmission.hold(connection, id);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          KeptSubmission kept = found.get();
          if (!kept.isQuarantined()) {
            return Optional.of(new Settlement(kept.receipt(), true));
          }
          Receipt receipt = take(step, connection, kept, reader.apply(kept));
          return Optional.of(new Settlement(receipt, false));
        });
  }

  private Receipt take(
      QuarantineStep step, Connection connection, KeptSubmission kept, Submission submission)
      throws SQLException {
    Subjects.lock(connection, List.of(kept.id()));
    Admission admission = Admission.of(connection, clock.instant(), List.of(submission));
    Receipt receipt = receipt(admission, submission);
    admission.publish(Published.fact(event(step, kept, receipt), submission.cause()));
    admission.write(log);
    boolean isMendedInVain = step == MENDED && receipt instanceof Receipt.Quarantined;
    if (!isMendedInVain) {
      write(connection, receipt, submission, kept);
      fetch(connection, receipt);
    }
    meters
        .counter("baton.quarantine.settled", "source", kept.source(), "outcome", receipt.outcome())
        .increment();
    return receipt;
  }

  private static Receipt receipt(Admission admission, Submission submission) throws SQLException {
    if (submission.reading() instanceof Reading.Usable usable) {
      return admission.admit(submission, usable.person());
    }
    if (submission.reading() instanceof Reading.Nothing nothing) {
      return new Receipt.Discarded(submission.id(), nothing.why());
    }
    Reading.Unusable unusable = (Reading.Unusable) submission.reading();
    return new Receipt.Quarantined(submission.id(), unusable.why());
  }

  /** It names the campaign under which it was quarantined: there it is missing now. */
  private Event event(QuarantineStep step, KeptSubmission kept, Receipt receipt) {
    UUID id = kept.id();
    String source = kept.source();
    String campaign = kept.campaign();
    Instant arrivedAt = kept.arrivedAt();
    Instant now = clock.instant();
    if (receipt instanceof Receipt.Quarantined waiting) {
      return new SubmissionRetried(id, source, campaign, arrivedAt, step, waiting.why(), now);
    }
    if (receipt instanceof Receipt.Discarded nothing) {
      String why = nothing.reason();
      return new SubmissionDiscarded(id, source, campaign, arrivedAt, why, true, step, now);
    }
    return new SubmissionReleased(id, source, campaign, arrivedAt, receipt.leadId(), step, now);
  }

  /** Only as a lead or a touchpoint it is credited to what it says now; the events say the same. */
  private static void write(
      Connection connection, Receipt receipt, Submission submission, KeptSubmission kept)
      throws SQLException {
    boolean released = submission.reading() instanceof Reading.Usable;
    try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
      update.setString(1, receipt.outcome());
      update.setString(2, receipt.reason());
      update.setObject(3, receipt.leadId());
      update.setString(4, released ? submission.reading().campaign() : kept.campaign());
      update.setBytes(5, receipt.isBodyKept() ? submission.raw() : null);
      update.setString(6, submission.mediaType());
      update.setObject(7, receipt.submissionId());
      update.executeUpdate();
    }
  }

  /** What is still to be fetched is fetched at once; what was settled another way, never. */
  private void fetch(Connection connection, Receipt receipt) throws SQLException {
    boolean unfetched = QuarantineReason.UNFETCHED.name().equals(receipt.reason());
    try (PreparedStatement change =
        connection.prepareStatement(
            unfetched ? FETCH : "delete from platform_fetch where submission_id = ?")) {
      change.setObject(1, receipt.submissionId());
      if (unfetched) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        change.setObject(2, now);
        change.setObject(3, now);
      }
      change.executeUpdate();
    }
  }
}
