package baton.intake.importing;

import baton.eventlog.Transactions;
import baton.intake.importing.ImportedList.Done;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Does what is to be done on lists, a block at a time. Whoever does a block holds the list in a
 * transaction, so that several instances share the lists, and one that is killed leaves off at the
 * block where it stood.
 */
@Singleton
class RunImports {

  private static final Logger LOG = Logger.getLogger(RunImports.class);
  private static final String FAILURES = "baton.imports.failures";
  private final Transactions transactions;
  private final Sources sources;
  private final ListRows listRows;
  private final SubmitLeads submitLeads;
  private final Clock clock;
  private final MeterRegistry meters;

  RunImports(
      Transactions transactions,
      Sources sources,
      ListRows listRows,
      SubmitLeads submitLeads,
      Clock clock,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.sources = sources;
    this.listRows = listRows;
    this.submitLeads = submitLeads;
    this.clock = clock;
    this.meters = meters;
    meters.counter(FAILURES);
  }

  @Scheduled(every = "1s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void runAll() throws SQLException {
    while (step()) {
      // There may be more.
    }
  }

  /** Does one block; returns whether there was one. */
  boolean step() throws SQLException {
    List<UUID> taken = new ArrayList<>(1);
    try {
      return transactions.call(
          connection -> {
            Optional<ImportedList> busy = new ImportTable(connection).holdBusy();
            busy.ifPresent(list -> taken.add(list.id()));
            if (busy.isPresent()) {
              step(connection, busy.get());
            }
            return busy.isPresent();
          });
    } catch (SQLException | RuntimeException e) {
      failed(taken, e);
      return false;
    }
  }

  /** Another list has its turn first next time. */
  private void failed(List<UUID> taken, Exception e) throws SQLException {
    meters.counter(FAILURES).increment();
    for (UUID list : taken) {
      LOG.warnf("a block of list=%s failed and is tried again: %s", list, e.getClass().getName());
      transactions.call(
          connection -> {
            new ImportTable(connection).update(list, clock.instant(), "rows_done = rows_done");
            return null;
          });
    }
  }

  private void step(Connection connection, ImportedList list) throws SQLException {
    if (list.state() == ImportState.CHECKING) {
      check(connection, list);
    } else {
      write(connection, list);
    }
  }

  private void check(Connection connection, ImportedList list) throws SQLException {
    ImportTable table = new ImportTable(connection);
    // What was remembered may not have outlived the database: then it begins anew.
    boolean isLost =
        list.dryRun().rows() > 0 && !CheckBlock.isRemembered(connection, list.dryRun().run());
    DryRun before = isLost ? DryRun.begun() : list.dryRun();
    Optional<Block> block = new BlockTable(connection).behind(list.id(), before.rows());
    if (block.isEmpty()) {
      table.update(list.id(), clock.instant(), "state = 'READY'");
      return;
    }
    DryRun after =
        new CheckBlock(connection, before.run())
            .look(before, block.get(), submissions(list, block.get()));
    table.update(list.id(), clock.instant(), "dry_run = ?::jsonb", ImportTable.json(after));
  }

  private void write(Connection connection, ImportedList list) throws SQLException {
    ImportTable table = new ImportTable(connection);
    BlockTable blocks = new BlockTable(connection);
    Optional<Block> next = blocks.behind(list.id(), list.done().rows());
    Instant now = clock.instant();
    if (next.isEmpty()) {
      blocks.clear(list.id());
      table.update(list.id(), now, "state = 'DONE', ended_at = ?", now);
      LOG.infof("imported list=%s source=%s rows=%d", list.id(), list.source(), list.rows());
      return;
    }
    Block block = next.get();
    List<Submission> rows = submissions(list, block);
    Done done = new WriteBlock(connection, submitLeads).write(list.id(), block, rows);
    blocks.delete(list.id(), block);
    table.count(list.id(), now, done);
    meters.counter("baton.imports.rows", "source", list.source()).increment(done.rows());
  }

  /** The rows of a block, but for those that were erased. */
  private List<Submission> submissions(ImportedList list, Block block) {
    // Sources are never deleted.
    Source source = sources.find(list.source()).orElseThrow().source();
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < block.rows().size(); i++) {
      List<String> cells = block.rows().get(i);
      if (cells != null) {
        submissions.add(listRows.submission(list, source, block.firstRow() + i, cells));
      }
    }
    return submissions;
  }
}
