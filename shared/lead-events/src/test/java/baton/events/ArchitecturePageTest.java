package baton.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.events.AsyncApi.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the table in {@code docs/architecture.md} to the AsyncAPI document. */
class ArchitecturePageTest {

  private final Set<Use> described = ContractFiles.asyncApi().uses();
  private final String page;

  ArchitecturePageTest() throws IOException {
    page = Files.readString(Path.of("../../docs/architecture.md"));
  }

  @Test
  void theTableSaysWhoPublishesAndConsumesWhat() {
    assertThat(ContractTable.uses(page)).isEqualTo(described);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| routing | followup-tracker, CRM integrations |; | routing | CRM integrations |",
        "| routing | followup-tracker, CRM integrations |; | lead-intake | CRM integrations |",
        "`baton.lead.held.v1`; `baton.lead.held.v2`",
        "| `baton.intake` | `baton.leads.merged.v1`; | `baton.routing` | `baton.leads.merged.v1`",
        "| `baton.roster`; `baton.roster`"
      })
  void aTableThatSaysOtherwiseIsSeen(String found, String replacement) {
    assertThat(page).contains(found);

    assertThat(ContractTable.uses(page.replace(found, replacement))).isNotEqualTo(described);
  }

  @Test
  void aPageWithoutTheTableIsSeen() {
    assertThatThrownBy(() -> ContractTable.uses(page.replace("contracts:end", "")))
        .isInstanceOf(AssertionError.class);
  }
}
