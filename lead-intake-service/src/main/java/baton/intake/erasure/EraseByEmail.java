package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.intake.identity.Directory;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Erases whoever has an e-mail address, and deletes what waits and mentions it. */
@Singleton
public class EraseByEmail {

  private final WaitingSubmissions waiting;
  private final Directory directory;
  private final EraseLead eraseLead;

  EraseByEmail(WaitingSubmissions waiting, Directory directory, EraseLead eraseLead) {
    this.waiting = waiting;
    this.directory = directory;
    this.eraseLead = eraseLead;
  }

  /**
   * What was erased.
   *
   * @param leads that had the address
   * @param discarded how many quarantined submissions mentioned it
   * @param listed how many rows of lists that were not written yet mentioned it
   */
  public record Erased(List<UUID> leads, int discarded, int listed) {}

  /**
   * Erases whoever has this address, however it is written; nobody if it is none. First what waits,
   * then who is known: what is released meanwhile is a lead by then.
   */
  public Erased erase(String address, Cause cause) throws SQLException {
    WaitingSubmissions.Deleted deleted = waiting.delete(List.of(new Mention(address)), cause);
    // As leads have it, but for the spelling of some domains, for which it is looked again.
    Set<String> looked = new HashSet<>(Set.of(address.strip().toLowerCase(Locale.ROOT)));
    List<UUID> leads = directory.whoGave(address);
    for (UUID lead : leads) {
      eraseLead.erase(lead, cause, looked);
    }
    return new Erased(leads, deleted.discarded(), deleted.listed());
  }
}
