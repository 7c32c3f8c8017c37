package baton.qualification.decision.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be known of a lead here. */
public enum Attribute {
  TITLE("title"),
  COMPANY("company"),
  COMPANY_DOMAIN("companyDomain"),
  COUNTRY("country"),
  INDUSTRY("industry"),
  EMPLOYEES("employees"),
  EMAIL_KIND("email.kind"),
  EMAIL_STATUS("email.status"),
  PHONE_STATUS("phone.status"),
  PHONE_COUNTRY("phone.country");

  private static final Map<String, Attribute> BY_PATH =
      Arrays.stream(values()).collect(Collectors.toMap(Attribute::path, Function.identity()));

  private final String path;

  Attribute(String path) {
    this.path = path;
  }

  /**
   * Its place in the published facts; conditions and receipts name it with {@code lead.} before.
   */
  public String path() {
    return path;
  }

  /** The attribute of this path, or empty if there is none. */
  public static Optional<Attribute> find(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /**
   * The attribute of this path.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Attribute at(String path) {
    return find(path).orElseThrow(() -> new IllegalArgumentException("no attribute " + path));
  }
}
