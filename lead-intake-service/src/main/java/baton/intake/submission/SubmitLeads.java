package baton.intake.submission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The use case behind every door: takes a submission and answers once it is durable. */
@Singleton
public class SubmitLeads {

  private final Coalescer<Submission, Receipt> writer;
  private final MeterRegistry meters;
  private final Set<SubmissionTables.Once> inProgress = ConcurrentHashMap.newKeySet();

  SubmitLeads(RecordSubmissions record, IntakeConfig config, MeterRegistry meters) {
    this.meters = meters;
    this.writer =
        new Coalescer<>(
            config.writers(),
            config.groupSize(),
            config.backlog(),
            group -> {
              meters.summary("baton.intake.group.size").record(group.size());
              return written(record, group);
            });
    meters.gauge("baton.intake.backlog", writer, Coalescer::waiting);
  }

  private static List<Receipt> written(RecordSubmissions record, List<Submission> group) {
    try {
      return record.record(group);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  /**
   * Takes a submission. The receipt comes after the commit; what cannot be stored as it is, such as
   * a NUL character in a name, comes back as quarantined.
   *
   * @return fails with {@link Busy} if too many wait, or with the failure of the database
   */
  public CompletionStage<Receipt> submit(Submission submission) {
    return writer
        .submit(submission)
        .exceptionallyCompose(
            failure -> {
              if (UnstorableText.isCauseOf(failure)) {
                return writer.submit(submission.unstorable());
              }
              return CompletableFuture.failedFuture(
                  failure instanceof Coalescer.BacklogFull ? new Busy() : failure);
            })
        .whenComplete((receipt, failure) -> count(submission, receipt));
  }

  private void count(Submission submission, Receipt receipt) {
    meters
        .counter(
            "baton.intake.submissions",
            "source",
            submission.source(),
            "outcome",
            outcome(submission, receipt))
        .increment();
  }

  private static String outcome(Submission submission, Receipt receipt) {
    if (receipt == null) {
      return "FAILED";
    }
    boolean isRefused =
        receipt instanceof Receipt.Duplicate duplicate && duplicate.isRefused(submission.door());
    return isRefused ? "REFUSED" : receipt.outcome();
  }

  /**
   * The same for callers that name their request themselves.
   *
   * @return fails with {@link InProgress} if a request of the same name is being written here
   */
  public CompletionStage<Receipt> submitOnce(Submission submission) {
    SubmissionTables.Once once = SubmissionTables.Once.of(submission);
    if (!inProgress.add(once)) {
      return CompletableFuture.failedFuture(new InProgress());
    }
    return submit(submission).whenComplete((receipt, failure) -> inProgress.remove(once));
  }

  @PreDestroy
  void close() {
    writer.close();
  }

  /** More submissions wait than can be written in good time. */
  public static final class Busy extends RuntimeException {}

  /** The same request is being written at this moment. */
  public static final class InProgress extends RuntimeException {}
}
