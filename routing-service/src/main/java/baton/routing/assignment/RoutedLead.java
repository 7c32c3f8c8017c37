package baton.routing.assignment;

import baton.routing.rules.domain.Route;

/** A lead, and where it goes. */
public record RoutedLead(QualifiedLead lead, Route route) {

  String pool() {
    return route.pool();
  }

  RoutedLead causedBy(baton.eventlog.Cause now) {
    return new RoutedLead(lead.causedBy(now), route);
  }
}
