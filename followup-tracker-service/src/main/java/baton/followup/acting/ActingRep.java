package baton.followup.acting;

import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds out for which rep the caller acts. */
@Singleton
public class ActingRep {

  private final Caller caller;

  ActingRep(Caller caller) {
    this.caller = caller;
  }

  /**
   * The rep whose own key the caller has; empty if the key is no rep's own. Answers 403 if the key
   * is bound to something that is no rep.
   */
  public Optional<UUID> own() {
    return caller.role().equals(Roles.REP)
        ? caller.subject().map(ActingRep::repId)
        : Optional.empty();
  }

  /**
   * The rep that is meant: the one who is named, or whose key it is.
   *
   * @param named as the caller says, or null; answers 403 if somebody else's, 400 if nobody is
   *     meant
   */
  public UUID meant(UUID named) {
    Optional<UUID> own = own();
    if (own.isPresent() && named != null && !named.equals(own.get())) {
      throw ProblemType.FORBIDDEN.because("this key is another rep's own");
    }
    if (named == null && own.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because(
          "this key is no rep's own, so that the rep has to be named",
          List.of(FieldError.parameter("repId", "is required")));
    }
    return own.orElse(named);
  }

  private static UUID repId(String subject) {
    try {
      return UUID.fromString(subject);
    } catch (IllegalArgumentException e) {
      throw ProblemType.FORBIDDEN.because("this key is bound to a subject that is no rep");
    }
  }
}
