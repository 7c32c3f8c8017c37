package baton.followup.commitment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.events.Event;
import baton.followup.Published;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.timeline.Facts;
import baton.followup.timeline.Facts.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The files of some leads in one transaction: read, changed, assessed, and written with the news.
 */
final class LeadFiles {

  private final Connection connection;
  private final LeadFileStore store;
  private final EventLog log;
  private final FileListener listener;
  private final Facts facts = new Facts();
  private final Map<UUID, LeadFile> files;
  private final Set<LeadFile> changed = new LinkedHashSet<>();
  private final List<NewEvent> news = new ArrayList<>();
  private final List<Event> newsEvents = new ArrayList<>();

  /** Reads the files of these leads, which the caller has locked. */
  LeadFiles(
      Connection connection,
      LeadFileStore store,
      RosterStore rosterStore,
      EventLog log,
      FileListener listener,
      Collection<UUID> leads)
      throws SQLException {
    this.connection = connection;
    this.store = store;
    this.log = log;
    this.listener = listener;
    this.files = store.load(connection, leads);
    resolve(rosterStore);
  }

  /** Whom an id in another system means is asked each time: it can change with the roster. */
  private void resolve(RosterStore rosterStore) throws SQLException {
    List<RepActivity> named = new ArrayList<>();
    for (LeadFile file : files.values()) {
      file.activities().stream()
          .filter(activity -> activity.externalRepId() != null)
          .forEach(named::add);
    }
    if (named.isEmpty()) {
      return;
    }
    List<Optional<UUID>> performers = rosterStore.performers(connection, named);
    Map<RepActivity, UUID> performed = new HashMap<>();
    for (int i = 0; i < named.size(); i++) {
      performed.put(named.get(i), performers.get(i).orElse(null));
    }
    for (LeadFile file : files.values()) {
      file.resolve(
          activity ->
              activity.externalRepId() == null ? activity : activity.by(performed.get(activity)));
    }
  }

  LeadFile of(UUID leadId) {
    return files.get(leadId);
  }

  Facts facts() {
    return facts;
  }

  /** Says something about a lead. */
  void say(Event event, Cause cause) {
    news.add(Published.fact(event, cause));
    newsEvents.add(event);
  }

  /** The file was changed: finds out what follows, and says so. */
  void assess(LeadFile file, Instant now, Cause cause) {
    changed.add(file);
    Assessment.of(file, now).forEach(event -> say(event, cause));
  }

  /** What was said so far. */
  List<Event> news() {
    return List.copyOf(newsEvents);
  }

  void write(Instant now) throws SQLException {
    listener.changed(connection, changed, now);
    store.save(connection, changed);
    List<UUID> ids = log.append(connection, news);
    for (int i = 0; i < news.size(); i++) {
      NewEvent said = news.get(i);
      facts.add(Fact.of(newsEvents.get(i), said.topic(), ids.get(i), said.payload()));
    }
    facts.write(connection, now);
  }
}
