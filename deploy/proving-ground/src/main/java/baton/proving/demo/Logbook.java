package baton.proving.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What happened during the day, as far as senders and the CRM saw it. */
final class Logbook {

  private final AtomicInteger submitted = new AtomicInteger();
  private final AtomicInteger quarantined = new AtomicInteger();
  private final Map<UUID, Prospect> leads = new ConcurrentHashMap<>();
  private final Set<UUID> qualified = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Set<String>> held = new ConcurrentHashMap<>();
  private final Map<UUID, List<Assigned>> assignments = new ConcurrentHashMap<>();
  private final Map<UUID, List<Act>> acts = new ConcurrentHashMap<>();
  private volatile Set<UUID> heldNow = Set.of();

  void submitted(Submission item, Optional<UUID> lead) {
    submitted.incrementAndGet();
    lead.ifPresentOrElse(id -> leads.put(id, item.who()), quarantined::incrementAndGet);
  }

  void qualified(UUID lead) {
    qualified.add(lead);
  }

  /** Who waits at this moment, each with its reason. */
  void held(Map<UUID, String> reasons) {
    reasons.forEach(
        (lead, reason) ->
            held.computeIfAbsent(lead, key -> ConcurrentHashMap.newKeySet()).add(reason));
    heldNow = Set.copyOf(reasons.keySet());
  }

  void assigned(Assigned assigned) {
    assignments
        .computeIfAbsent(assigned.leadId(), key -> new CopyOnWriteArrayList<>())
        .add(assigned);
  }

  void acted(UUID lead, Act act) {
    acts.computeIfAbsent(lead, key -> new CopyOnWriteArrayList<>()).add(act);
  }

  Optional<Prospect> whoIs(UUID lead) {
    return Optional.ofNullable(leads.get(lead));
  }

  /** The last assignment of a lead that was heard of. */
  Optional<Assigned> ownerOf(UUID lead) {
    List<Assigned> all = assignments.getOrDefault(lead, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  boolean isQualified(UUID lead) {
    return qualified.contains(lead);
  }

  boolean isHeldNow(UUID lead) {
    return heldNow.contains(lead);
  }

  boolean wasAssigned(UUID lead, String cause) {
    return assignments.getOrDefault(lead, List.of()).stream()
        .anyMatch(assigned -> assigned.cause().equals(cause));
  }

  boolean did(UUID lead, Predicate<Act> what) {
    return acts.getOrDefault(lead, List.of()).stream().anyMatch(what);
  }

  /** The leads of this day, by who they are. */
  Map<UUID, Prospect> leads() {
    return Map.copyOf(leads);
  }

  int submitted() {
    return submitted.get();
  }

  int quarantined() {
    return quarantined.get();
  }

  int heldNow() {
    return heldNow.size();
  }

  /** Every reason for which a lead waited at some time of the day. */
  Set<String> heldReasons() {
    Set<String> reasons = new TreeSet<>();
    held.values().forEach(reasons::addAll);
    return reasons;
  }

  long assignments(String... causes) {
    Set<String> wanted = Set.of(causes);
    return assignments.values().stream()
        .flatMap(List::stream)
        .filter(assigned -> wanted.isEmpty() || wanted.contains(assigned.cause()))
        .count();
  }

  long acts(Predicate<Act> which) {
    return acts.values().stream().flatMap(List::stream).filter(which).count();
  }

  /** Leads of this day of which this is true, in the order in which their people came. */
  List<UUID> leadsWhere(Predicate<UUID> which) {
    List<UUID> found = new ArrayList<>(leads.keySet());
    found.removeIf(which.negate());
    found.sort(Comparator.comparingInt(lead -> leads.get(lead).number()));
    return found;
  }
}
