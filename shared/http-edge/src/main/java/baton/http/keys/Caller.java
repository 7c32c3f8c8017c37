package baton.http.keys;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who makes the current request. */
@RequestScoped
public class Caller {

  /** Attribute of the {@link SecurityIdentity}: the source or rep id the key acts for. */
  public static final String SUBJECT = "baton.subject";

  private final SecurityIdentity identity;

  @Inject
  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The key's name; empty text for an anonymous caller of an open endpoint. */
  public String name() {
    return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
  }

  /** One of {@link Roles}; empty text for an anonymous caller of an open endpoint. */
  public String role() {
    return identity.getRoles().stream().findFirst().orElse("");
  }

  /** The source or rep the caller acts for, if its key is bound to one. */
  public Optional<String> subject() {
    return Optional.ofNullable(identity.getAttribute(SUBJECT));
  }
}
