package baton.routing.roster;

import baton.events.routing.Rep;
import baton.routing.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** A row of {@code rep}, with its external ids. */
@Entity
@Table(name = "rep")
class RepEntity extends PanacheEntityBase {

  @Id
  @Column(name = "rep_id")
  UUID repId;

  long version;
  String name;
  String team;

  @Column(name = "manager_id")
  UUID managerId;

  String zone;

  @Column(name = "working_hours")
  String workingHours;

  String absences;
  boolean active;
  int capacity;

  @Column(name = "daily_cap")
  Integer dailyCap;

  @Column(name = "updated_at")
  Instant updatedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SUBSELECT)
  @CollectionTable(name = "rep_external_id", joinColumns = @JoinColumn(name = "rep_id"))
  @MapKeyColumn(name = "system")
  @Column(name = "external_id")
  Map<String, String> externalIds = new HashMap<>();

  RosterEntry toDomain() {
    return new RosterEntry(
        new Rep(
            repId,
            version,
            name,
            team,
            managerId,
            zone,
            StoredJson.readList(Rep.WorkingBlock.class, workingHours),
            StoredJson.readList(Rep.Absence.class, absences),
            active,
            capacity,
            new TreeMap<>(externalIds),
            updatedAt),
        dailyCap);
  }

  void become(RosterEntry entry) {
    Rep rep = entry.rep();
    version = rep.version();
    name = rep.name();
    team = rep.team();
    managerId = rep.managerId();
    zone = rep.zone();
    workingHours = StoredJson.write(rep.workingHours());
    absences = StoredJson.write(rep.absences());
    active = rep.active();
    capacity = rep.capacity();
    dailyCap = entry.dailyCap();
    updatedAt = rep.updatedAt();
    externalIds.keySet().retainAll(rep.externalIds().keySet());
    externalIds.putAll(rep.externalIds());
  }
}
