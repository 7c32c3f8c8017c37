package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two instances of every service share the work, and one of each is killed. */
@Order(5)
class TwoInstancesIT {

  private static final int LEADS = 2_000;
  private static final int REPS = 8;

  @Test
  void theOtherInstanceGoesOnAndTheTurnIsKept() throws Exception {
    try (Running baton = Running.start(2, "PT4H", "PT24H")) {
      for (int i = 0; i < REPS; i++) {
        baton.rep("rep-" + i, 1000);
      }
      try (Load load = new Load(baton.doors, "two" + UUID.randomUUID(), LEADS, 16);
          Accounts accounts = new Accounts(baton, Duration.ofHours(4), Duration.ofHours(24))) {
        await().atMost(Duration.ofSeconds(60)).until(() -> load.leads().size() > LEADS / 4);
        for (String part :
            List.of("lead-intake-2", "qualification-2", "routing-2", "followup-tracker-2")) {
          baton.system.kill(part);
        }
        assertThat(load.awaitEnd(180)).isTrue();
        accounts.awaitAssigned(LEADS, Duration.ofSeconds(120));
        accounts.assertEachAcknowledgedLeadHasOneOwner(Set.copyOf(load.leads().values()));
        accounts.assertBalanced();
        accounts.assertTopicsAreWholeAndNameNobody();
        assertThat(spread(accounts)).isLessThanOrEqualTo(1);
      }
    }
  }

  /** The rep with the most leads has so many more than the one with the fewest. */
  private static long spread(Accounts accounts) {
    Map<String, Long> owners =
        accounts.topic("baton.routing").ofType("baton.lead.assigned.v1").stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.data().path("repId").asText(), Collectors.counting()));
    assertThat(owners).hasSize(REPS);
    return owners.values().stream().max(Long::compare).orElseThrow()
        - owners.values().stream().min(Long::compare).orElseThrow();
  }
}
