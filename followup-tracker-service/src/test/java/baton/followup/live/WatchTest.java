package baton.followup.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When listeners are told what, beat by beat. */
class WatchTest {

  private final Watch watch = new Watch();
  private final Ear ear = new Ear();

  /** Keeps what it hears. */
  private static final class Ear implements Listener {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void told(Look look) {
      heard.add(look.json());
    }

    @Override
    public void stillThere() {
      heard.add("still there");
    }

    @Override
    public void ended() {
      heard.add("ended");
    }
  }

  private Look look(String json) {
    try {
      return Look.at(
          watch.nextBeat(), new ObjectMapper().readTree(json), List.of("at", "workingTimeLeft"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsSeenFirstIsTold() {
    watch.add(ear);
    watch.greet(ear);
    assertThat(ear.heard).isEmpty();
    watch.seen(look("{\"n\":1}"));
    assertThat(ear.heard).containsExactly("{\"n\":1}");
  }

  @Test
  void whoComesWhileNothingCanBeSeenIsNotToldWhatWasSeenBefore() {
    watch.seen(look("{\"n\":1}"));
    watch.missed();
    watch.add(ear);
    watch.greet(ear);
    assertThat(ear.heard).isEmpty();
  }

  @Test
  void failuresInARowAreCounted() {
    assertThat(watch.missed()).isEqualTo(1);
    assertThat(watch.missed()).isEqualTo(2);
    watch.seen(look("{}"));
    assertThat(watch.missed()).isEqualTo(1);
  }

  @Test
  void whileNobodyLooksASignOfLifeIsGiven() {
    watch.add(ear);
    for (int i = 0; i < Watch.BEATS_UNTIL_SIGN_OF_LIFE; i++) {
      watch.rested();
    }
    assertThat(ear.heard).containsExactly("still there");
  }

  @Test
  void whatDidNotChangeIsNotToldAgainAndWhatChangedIs() {
    watch.add(ear);
    watch.seen(look("{\"n\":1}"));
    watch.seen(look("{\"n\":1}"));
    watch.seen(look("{\"n\":2}"));
    assertThat(ear.heard).containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void whatChangesWithTheTimeAloneIsNoNewsAtAnyDepth() {
    watch.add(ear);
    watch.seen(look("{\"at\":1,\"items\":[{\"due\":[{\"workingTimeLeft\":9,\"k\":1}]}]}"));
    watch.seen(look("{\"at\":2,\"items\":[{\"due\":[{\"workingTimeLeft\":8,\"k\":1}]}]}"));
    assertThat(ear.heard).hasSize(1);
    watch.seen(look("{\"at\":3,\"items\":[{\"due\":[{\"workingTimeLeft\":7,\"k\":2}]}]}"));
    assertThat(ear.heard).hasSize(2);
    assertThat(ear.heard.get(1)).contains("\"workingTimeLeft\":7");
  }

  @Test
  void whoComesLaterIsToldAtOnceWhatWasSeenLast() {
    Ear second = new Ear();
    watch.add(ear);
    watch.seen(look("{\"at\":1}"));
    watch.seen(look("{\"at\":2}"));
    watch.add(second);
    watch.greet(second);
    assertThat(second.heard).containsExactly("{\"at\":2}");
    assertThat(ear.heard).hasSize(1);
  }

  @Test
  void aSignOfLifeComesAfterFifteenBeatsAndTheAnswerAgainAfterThirty() {
    watch.add(ear);
    watch.seen(look("{}"));
    for (int beat = 1; beat < 15; beat++) {
      watch.seen(look("{}"));
    }
    assertThat(ear.heard).containsExactly("{}");
    watch.seen(look("{}"));
    assertThat(ear.heard).containsExactly("{}", "still there");
    for (int beat = 16; beat <= 30; beat++) {
      watch.seen(look("{}"));
    }
    assertThat(ear.heard).containsExactly("{}", "still there", "{}");
  }

  @Test
  void whileNothingCanBeSeenThereAreSignsOfLifeOnly() {
    watch.add(ear);
    watch.seen(look("{}"));
    for (int beat = 1; beat <= 30; beat++) {
      watch.missed();
    }
    assertThat(ear.heard).containsExactly("{}", "still there", "still there");
    watch.seen(look("{}"));
    assertThat(ear.heard).hasSize(4);
  }

  @Test
  void whoLeftIsToldNothing() {
    watch.add(ear);
    assertThat(watch.remove(ear)).isTrue();
    watch.seen(look("{}"));
    watch.end();
    assertThat(ear.heard).isEmpty();
  }
}
