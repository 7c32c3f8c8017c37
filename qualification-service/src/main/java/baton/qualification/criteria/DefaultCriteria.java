package baton.qualification.criteria;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The set that decides until Sales puts its own in force. It says of itself that nobody signed it.
 */
public final class DefaultCriteria {

  /** Its id. */
  public static final String ID = "b2b-default";

  /** Who saved it and put it in force. */
  public static final String BY = "Baton";

  private static final String RESOURCE = "b2b-default.json";

  private DefaultCriteria() {}

  /** It, as it is delivered. */
  public static CriteriaDefinition definition() {
    try (InputStream json = DefaultCriteria.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readValue(json, CriteriaDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
