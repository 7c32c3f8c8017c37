package baton.followup.live;

import baton.eventlog.Sparing;
import baton.http.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Streams of server-sent events, one for each listener, fed by one look a second for each question
 * that is listened to, or fewer, so that looking takes no more than a tenth of the time. A listener
 * who is slow misses what is not news any more.
 */
@Singleton
public class Live {

  private static final Logger LOG = Logger.getLogger(Live.class);
  private static final int THREADS = 2;
  private static final int MOST_QUESTIONS = 500;

  /** So many failures in a row are told of: a database that is started anew is back by then. */
  private static final int UNUSUAL = 10;

  /** So long a stream lasts: so much later than elsewhere a revoked key is noticed. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final ObjectMapper json;
  private final Map<Object, Running> running = new HashMap<>();
  private final ScheduledExecutorService executor =
      Executors.newScheduledThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "live");
            thread.setDaemon(true);
            return thread;
          });
  private boolean ended;

  public Live(ObjectMapper json) {
    this.json = json;
  }

  private record Running(Watch watch, ScheduledFuture<?> beat) {}

  /**
   * What is asked.
   *
   * @param key equal for the same question
   * @param answer looks; is called by one thread at a time
   * @param fleeting names of members that change with the time alone, and are no news
   */
  public record Asked(Object key, Callable<?> answer, List<String> fleeting) {}

  /**
   * The answer at once, and whenever it changed. Ends when the service ends, and after {@link
   * #LONGEST}: whoever listens comes again, with a key that is looked at again.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if too many questions are listened to
   */
  public Multi<OutboundSseEvent> stream(Sse sse, String event, Asked asked) {
    refuseIfTooMany(asked.key());
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            emitter -> {
              Listener listener = new Stream(sse, event, emitter);
              emitter.onTermination(() -> leave(asked.key(), listener));
              join(asked, listener);
              if (emitter.isCancelled()) {
                // Gone before anybody knew it: what it left was nothing yet.
                leave(asked.key(), listener);
              }
            },
            BackPressureStrategy.LATEST)
        .select()
        .first(LONGEST);
  }

  private synchronized void refuseIfTooMany(Object key) {
    if (running.size() >= MOST_QUESTIONS && !running.containsKey(key)) {
      throw ProblemType.UNAVAILABLE.because("too many people look at too many things");
    }
  }

  /** How many listen to this question. */
  public synchronized int listeners(Object key) {
    Running one = running.get(key);
    return one == null ? 0 : one.watch().listeners();
  }

  private void join(Asked asked, Listener listener) {
    Watch watch = watch(asked, listener);
    if (watch == null) {
      listener.ended();
    } else {
      watch.greet(listener);
    }
  }

  /** With this listener; null if the end has come. */
  private synchronized Watch watch(Asked asked, Listener listener) {
    if (ended) {
      return null;
    }
    Watch watch = running.computeIfAbsent(asked.key(), key -> begin(asked)).watch();
    watch.add(listener);
    return watch;
  }

  private synchronized void leave(Object key, Listener listener) {
    Running one = running.get(key);
    if (one != null && one.watch().remove(listener)) {
      one.beat().cancel(false);
      running.remove(key);
    }
  }

  private Running begin(Asked asked) {
    Watch watch = new Watch();
    Sparing sparing = new Sparing(Sparing.TENTH);
    return new Running(
        watch,
        executor.scheduleWithFixedDelay(() -> beat(asked, watch, sparing), 0, 1, TimeUnit.SECONDS));
  }

  private void beat(Asked asked, Watch watch, Sparing sparing) {
    if (!sparing.run(() -> look(asked, watch))) {
      watch.rested();
    }
  }

  /** What fails is tried again with the next beat, for as long as somebody listens. */
  private void look(Asked asked, Watch watch) {
    try {
      JsonNode answer = json.valueToTree(asked.answer().call());
      watch.seen(Look.at(watch.nextBeat(), answer, asked.fleeting()));
    } catch (Exception | Error e) {
      if (watch.missed() == UNUSUAL) {
        LOG.warnf("nothing could be seen %d times in a row: %s", UNUSUAL, e.getClass().getName());
      }
    }
  }

  /** Before requests under way are waited for: those of listeners would never end by themselves. */
  void leaveNobodyWaiting(@Observes ShutdownDelayInitiatedEvent event) {
    end();
  }

  void stop(@Observes ShutdownEvent event) {
    end();
  }

  /** Ends all streams; those that come later end at once. */
  void end() {
    List<Running> ending;
    synchronized (this) {
      ended = true;
      ending = List.copyOf(running.values());
      running.clear();
    }
    ending.forEach(one -> one.watch().end());
    executor.shutdownNow();
  }

  /** The stream of one listener. */
  private static final class Stream implements Listener {

    private final Sse sse;
    private final String event;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private long seen;

    private Stream(Sse sse, String event, MultiEmitter<? super OutboundSseEvent> emitter) {
      this.sse = sse;
      this.event = event;
      this.emitter = emitter;
    }

    @Override
    public synchronized void told(Look look) {
      if (look.number() > seen) {
        seen = look.number();
        emitter.emit(sse.newEventBuilder().name(event).data(String.class, look.json()).build());
      }
    }

    /** Only if there is nothing that waits to be sent, and would give way. */
    @Override
    public void stillThere() {
      if (emitter.requested() > 0) {
        emitter.emit(sse.newEventBuilder().comment("still there").build());
      }
    }

    @Override
    public void ended() {
      emitter.complete();
    }
  }
}
