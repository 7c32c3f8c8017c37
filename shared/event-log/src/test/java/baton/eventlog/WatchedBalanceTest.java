package baton.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.testing.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedBalanceTest {

  private static final Instant YESTERDAY = Instant.parse("2026-03-02T00:00:00Z");

  private final SettableClock clock = SettableClock.at("2026-03-03T09:00:00Z");
  private long amiss;
  private boolean away;
  private final List<Instant> drawnUpFrom = new ArrayList<>();
  private final WatchedBalance watched =
      new WatchedBalance(this::ledger, clock, new Sparing(Sparing.FIFTIETH, () -> 0));

  @Test
  void firstAllOfYesterdayAndTodayThenWhatCameSince() throws SQLException {
    watched.look();
    Instant first = clock.instant();
    clock.advance(Duration.ofSeconds(30));
    watched.look();

    assertThat(drawnUpFrom).containsExactly(YESTERDAY, first.minus(WatchedBalance.OVERLAP));
  }

  @Test
  void everythingAgainEachHour() throws SQLException {
    watched.look();
    clock.advance(WatchedBalance.EVERYTHING.minusSeconds(1));
    watched.look();
    clock.advance(Duration.ofSeconds(1));
    watched.look();
    clock.advance(Duration.ofSeconds(1));
    watched.look();

    assertThat(drawnUpFrom).hasSize(4);
    assertThat(drawnUpFrom.get(1)).isAfter(YESTERDAY);
    assertThat(drawnUpFrom.get(2)).isEqualTo(YESTERDAY);
    assertThat(drawnUpFrom.get(3)).isAfter(YESTERDAY);
  }

  @Test
  void everythingAgainAsLongAsSomethingIsAmiss() throws SQLException {
    watched.look();
    amiss = 2;
    clock.advance(Duration.ofSeconds(30));
    watched.look();
    assertThat(watched.difference()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(30));
    watched.look();
    amiss = 0;
    clock.advance(Duration.ofSeconds(30));
    watched.look();
    assertThat(watched.difference()).isZero();
    assertThat(drawnUpFrom.subList(2, 4)).containsOnly(YESTERDAY);

    clock.advance(Duration.ofSeconds(30));
    watched.look();
    assertThat(drawnUpFrom.get(4)).isAfter(YESTERDAY);
  }

  @Test
  void aLookThatFailedIsMadeUpFor() throws SQLException {
    watched.look();
    Instant lastEven = clock.instant();
    away = true;
    clock.advance(Duration.ofMinutes(10));
    assertThatThrownBy(watched::look).isInstanceOf(SQLException.class);
    away = false;
    clock.advance(Duration.ofSeconds(30));
    watched.look();

    assertThat(drawnUpFrom).last().isEqualTo(lastEven.minus(WatchedBalance.OVERLAP));
  }

  private long ledger(Instant from) throws SQLException {
    if (away) {
      throw new SQLException("away");
    }
    drawnUpFrom.add(from);
    return amiss;
  }
}
