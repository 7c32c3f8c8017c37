package baton.intake.importing.rest;

import baton.intake.importing.ImportedList;
import baton.intake.importing.Imports;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Tells how an import goes, as it goes. */
@Singleton
class Progress {

  private static final Duration LOOK = Duration.ofMillis(500);

  /** So many looks without news, and the same is said again, as a sign of life. */
  private static final int SILENT_LOOKS = 20;

  /** So long a stream lasts: whoever listens comes again, with a key that is looked at again. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Imports imports;
  private volatile boolean ended;

  Progress(Imports imports) {
    this.imports = imports;
  }

  /** How an import was at a look, of which a time has some; equal if there is nothing to say. */
  private record Seen(long time, Optional<ImportedList> list) {}

  /** The import at once and whenever it changed, the last time when it has ended. */
  Multi<ImportView> of(UUID id) {
    return Multi.createFrom()
        .ticks()
        .every(LOOK)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> look(id, tick / SILENT_LOOKS))
        .select()
        .first(seen -> seen.list().isPresent() && !ended)
        .skip()
        .repetitions()
        .onItem()
        .transformToMultiAndConcatenate(seen -> untilTheEnd(seen.list().get()))
        .select()
        .first(Optional::isPresent)
        .onItem()
        .transform(Optional::get)
        .select()
        .first(LONGEST);
  }

  private static Multi<Optional<ImportView>> untilTheEnd(ImportedList list) {
    Optional<ImportView> view = Optional.of(ImportView.from(list));
    return list.state().isEnd()
        ? Multi.createFrom().items(view, Optional.empty())
        : Multi.createFrom().item(view);
  }

  private Uni<Seen> look(UUID id, long time) {
    return Uni.createFrom()
        .item(
            () -> {
              try {
                return new Seen(time, imports.find(id));
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** Before requests under way are waited for: those of listeners would last as long as imports. */
  void leaveNobodyWaiting(@Observes ShutdownDelayInitiatedEvent event) {
    ended = true;
  }

  void stop(@Observes ShutdownEvent event) {
    ended = true;
  }
}
