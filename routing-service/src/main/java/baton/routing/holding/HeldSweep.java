package baton.routing.holding;

import baton.eventlog.Cause;
import baton.eventlog.Failures;
import baton.routing.assignment.AssignLeads;
import baton.routing.assignment.EscalateHeld;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Looks after the leads that wait from time to time. What frees capacity serves them at once; but a
 * new day, which begins without anybody doing anything, ends absences and daily caps, and an hour
 * of work begins. A lead that waits for a manager gets one once there is one.
 */
@Singleton
class HeldSweep {

  private static final Logger LOG = Logger.getLogger(HeldSweep.class);

  private final HeldQueue queue;
  private final AssignLeads assign;
  private final EscalateHeld escalate;

  HeldSweep(HeldQueue queue, AssignLeads assign, EscalateHeld escalate) {
    this.queue = queue;
    this.assign = assign;
    this.escalate = escalate;
  }

  @Scheduled(
      every = "${baton.routing.held-sweep}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() throws SQLException {
    try {
      if (queue.state().oldest() != null) {
        assign.serveHeld(Cause.ofItself());
        escalate.escalate(Cause.ofItself());
      }
    } catch (SQLException e) {
      if (!Failures.isTransient(e)) {
        throw e;
      }
      LOG.debugf("held leads will be looked at later: %s", e.getSQLState());
    }
  }
}
