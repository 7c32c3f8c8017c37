package baton.intake.submission;

import baton.eventlog.EventLog;
import baton.events.intake.QuarantineReason;
import baton.events.intake.SubmissionDiscarded;
import baton.events.intake.SubmissionQuarantined;
import baton.intake.Published;
import baton.intake.submission.SubmissionTables.Once;
import baton.intake.submission.SubmissionTables.Original;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group of submissions in its transaction: what each amounts to, and the rows that say so. */
final class SubmissionGroup {

  private final EventLog log;
  private final SubmissionTables tables;
  private final List<Submission> submissions;
  private final Map<Once, Original> originals;
  private final Admission admission;
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<Submission> unfetched = new ArrayList<>();

  SubmissionGroup(Connection connection, Instant now, EventLog log, List<Submission> submissions)
      throws SQLException {
    this.log = log;
    this.tables = new SubmissionTables(connection);
    this.submissions = submissions;
    this.originals = tables.originals(submissions);
    this.admission = Admission.of(connection, now, firsts());
  }

  /** Those that came neither before nor earlier in the group. */
  private List<Submission> firsts() {
    Set<Once> seen = new HashSet<>(originals.keySet());
    return submissions.stream().filter(submission -> seen.add(Once.of(submission))).toList();
  }

  /** Records the group; the receipts come in the order of the submissions. */
  List<Receipt> record() throws SQLException {
    for (Submission submission : submissions) {
      Original original = originals.get(Once.of(submission));
      Receipt receipt = original == null ? first(submission) : repetition(submission, original);
      receipts.add(receipt);
      if (original == null) {
        originals.put(Once.of(submission), new Original(receipt, submission.contentHash()));
      }
    }
    admission.write(log);
    tables.insertReceipts(submissions, receipts);
    tables.insertFetches(unfetched);
    return receipts;
  }

  private Receipt repetition(Submission submission, Original original) {
    return new Receipt.Duplicate(
        submission.id(),
        original.receipt(),
        original.contentHash().equals(submission.contentHash()));
  }

  private Receipt first(Submission submission) throws SQLException {
    if (submission.reading() instanceof Reading.Usable usable) {
      return admission.admit(submission, usable.person());
    }
    if (submission.reading() instanceof Reading.Nothing nothing) {
      return discarded(submission, nothing);
    }
    return quarantined(submission, (Reading.Unusable) submission.reading());
  }

  private Receipt quarantined(Submission submission, Reading.Unusable unusable) {
    if (unusable.why() == QuarantineReason.UNFETCHED) {
      unfetched.add(submission);
    }
    admission.publish(
        Published.fact(
            new SubmissionQuarantined(
                submission.id(),
                submission.source(),
                unusable.campaign(),
                unusable.why(),
                submission.arrivedAt()),
            submission.cause()));
    return new Receipt.Quarantined(submission.id(), unusable.why());
  }

  private Receipt discarded(Submission submission, Reading.Nothing nothing) {
    admission.publish(
        Published.fact(
            new SubmissionDiscarded(
                submission.id(),
                submission.source(),
                nothing.campaign(),
                submission.arrivedAt(),
                nothing.why().name(),
                false,
                null,
                submission.arrivedAt()),
            submission.cause()));
    return new Receipt.Discarded(submission.id(), nothing.why());
  }
}
