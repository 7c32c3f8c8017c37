package baton.qualification.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import baton.conditions.Attribute.Type;
import baton.eventlog.EventLog;
import baton.qualification.criteria.CriteriaCompiler.Fault;
import baton.qualification.criteria.CriteriaDefinition.AskedCriterion;
import baton.qualification.criteria.CriteriaDefinition.AskedEngagement;
import baton.qualification.criteria.CriteriaDefinition.AskedKind;
import baton.qualification.decision.domain.Attribute;
import baton.qualification.decision.domain.Candidate;
import baton.qualification.decision.domain.Facts;
import baton.qualification.decision.domain.Verdict;
import baton.qualification.decision.domain.Visit;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved can decide about every lead: its receipt fits into an event. */
class LargestReceiptTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final String LONG = "\u9818".repeat(300);

  /** Each asks about all texts that are known of a lead, and is decided by the last. */
  private static final String EVERYTHING =
      CriteriaCompiler.LEAD.attributes().stream()
          .filter(attribute -> attribute.type() == Type.TEXT && attribute.values().isEmpty())
          .map(attribute -> attribute.path() + " == \"x\"")
          .collect(Collectors.joining(" || "));

  private final CriteriaCompiler compiler = new CriteriaCompiler();

  private static CriteriaDefinition set(int criteria, int engagement) {
    List<AskedCriterion> asked =
        IntStream.range(0, criteria)
            .mapToObj(i -> new AskedCriterion("c" + i, AskedKind.WEIGHTED, LONG, EVERYTHING, 1))
            .toList();
    List<AskedEngagement> rules =
        IntStream.range(0, engagement)
            .mapToObj(i -> new AskedEngagement("e" + i, LONG, "touchpoint.number > 0", 1, 100, 30))
            .toList();
    return new CriteriaDefinition("Test", null, 0, 0, 0, asked, rules);
  }

  @Test
  void aSetWhoseReceiptsMightNotFitIsRefused() {
    assertThat(compiler.faults(set(100, 50))).extracting(Fault::pointer).contains("/criteria");
    assertThat(compiler.faults(set(5, 5))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 50})
  void theLargestSetThatIsTakenDecidesAboutTheLongestLead(int engagement) throws Exception {
    CriteriaDefinition largest =
        IntStream.iterate(100, n -> n - 1)
            .mapToObj(n -> set(n, engagement))
            .filter(definition -> compiler.faults(definition).isEmpty())
            .findFirst()
            .orElseThrow();
    byte[] receipt =
        JsonMapper.builder().findAndAddModules().build().writeValueAsBytes(decide(largest));
    assertThat(receipt.length)
        .isLessThanOrEqualTo((int) LargestReceipt.bytes(largest, CriteriaCompiler.LEAD))
        .isLessThan(EventLog.MAX_PAYLOAD);
  }

  private Verdict decide(CriteriaDefinition definition) {
    Map<String, Integer> versions =
        Stream.concat(
                definition.criteria().stream().map(AskedCriterion::id),
                definition.engagement().stream().map(AskedEngagement::id))
            .collect(Collectors.toMap(id -> id, id -> 1));
    Map<Attribute, String> facts = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      facts.put(attribute, LONG);
    }
    List<Visit> visits =
        IntStream.rangeClosed(1, 200).mapToObj(n -> new Visit(n, LONG, LONG, NINE)).toList();
    return compiler
        .compile(new CriteriaVersion("test", 1, definition, versions, NINE, "test"))
        .judge(new Candidate(new Facts(facts), LONG, LONG, NINE, visits));
  }
}
