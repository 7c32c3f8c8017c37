package baton.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SparingTest {

  private long now = Long.MAX_VALUE - 10; // nanoTime may begin anywhere, and overflow
  private int done;
  private final Sparing sparing = new Sparing(Sparing.FIFTIETH, () -> now);

  @Test
  void restsInProportionToWhatTheWorkTook() throws SQLException {
    sparing.run(() -> work(100));
    now += 100 * Sparing.FIFTIETH - 1;
    sparing.run(() -> work(100));
    assertThat(done).isEqualTo(1);

    now += 1;
    sparing.run(() -> work(100));
    assertThat(done).isEqualTo(2);
  }

  @Test
  void workThatTakesNoTimeIsDoneEachTime() throws SQLException {
    sparing.run(() -> work(0));
    sparing.run(() -> work(0));

    assertThat(done).isEqualTo(2);
  }

  @Test
  void workThatFailsRestsToo() throws SQLException {
    assertThatThrownBy(() -> sparing.run(this::fail)).isInstanceOf(SQLException.class);
    now += 1;
    sparing.run(() -> work(100));

    assertThat(done).isEqualTo(1);
  }

  private void fail() throws SQLException {
    work(100);
    throw new SQLException("away");
  }

  private void work(long nanos) {
    now += nanos;
    done++;
  }
}
