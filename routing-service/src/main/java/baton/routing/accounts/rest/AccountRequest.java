package baton.routing.accounts.rest;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.routing.accounts.Account;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * An account as it is to be.
 *
 * @param domain of its leads; unique
 * @param country ISO 3166-1 alpha-2
 * @param owner the rep who owns it, or null
 */
// What was read can be changed and put back: it has more members.
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccountRequest(
    @NotBlank @Size(max = 200) @PlainText String name,
    @Size(max = 253) String domain,
    @Size(max = 200) @PlainText String industry,
    String country,
    @Min(0) @Max(99_999_999) Integer employees,
    UUID owner) {

  Account toAccount(UUID id) {
    String lower = domain == null ? null : domain.toLowerCase(Locale.ROOT);
    if (lower != null && !lower.matches(Account.DOMAIN)) {
      throw refused("/domain", "must be a domain such as example.com");
    }
    if (country != null && !Set.of(Locale.getISOCountries()).contains(country)) {
      throw refused("/country", "must be a country of ISO 3166-1 such as DE");
    }
    return new Account(id, name, lower, industry, country, employees, owner);
  }

  private static RuntimeException refused(String pointer, String reason) {
    return ProblemType.INVALID_REQUEST.because(
        "the account is not valid", List.of(FieldError.at(pointer, reason)));
  }
}
