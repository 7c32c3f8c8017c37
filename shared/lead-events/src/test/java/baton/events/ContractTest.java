package baton.events;

import static baton.events.ContractFiles.asyncApi;
import static baton.events.ContractFiles.minimalSample;
import static baton.events.ContractFiles.sample;
import static baton.events.ContractFiles.samples;
import static baton.events.ContractFiles.schema;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds together, for every event type: record, schema, samples and the AsyncAPI document. */
class ContractTest {

  private static final AsyncApi ASYNC_API = asyncApi();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void schemaDescribesTheRecord(EventType type) {
    ContractRules.schemaDescribesRecord(type.ceType(), type.record(), schema(type));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void samplesFitTheSchema(EventType type) {
    samples(type).forEach(sample -> ContractRules.sampleFitsSchema(schema(type), sample));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void samplesAreReadIntoTheRecordAndWrittenBackAsTheyWere(EventType type) {
    samples(type)
        .forEach(sample -> ContractRules.sampleIsReadAndWrittenBack(type.record(), sample));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void headersOfSamplesAgreeWithTheRecord(EventType type) {
    samples(type)
        .forEach(
            sample ->
                ContractRules.headersAgree(
                    type.ceType(), type.topic(), type.record(), ASYNC_API.headerSchema(), sample));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void samplesShowEveryField(EventType type) {
    ContractRules.everyFieldIsShown(schema(type), samples(type).toList());
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void typesWithOptionalFieldsHaveAMinimalSample(EventType type) {
    Shape shape = Shape.of(schema(type));
    boolean optional = !shape.required().equals(shape.fields().keySet());

    assertThat(minimalSample(type).isPresent()).isEqualTo(optional);
    minimalSample(type).ifPresent(minimal -> ContractRules.isMinimal(schema(type), minimal));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void whatIsKeptTellsNobody(EventType type) {
    ContractRules.tellsNobody(type.record(), type.topic().retention());
  }

  @Test
  void everyRecordComponentOfTheLanguageIsClassed() throws Exception {
    List<Class<?>> records = records();

    assertThat(records).hasSizeGreaterThan(EventType.values().length);
    records.forEach(ContractRules::everyFieldIsClassed);
  }

  @Test
  void everyEventOfTheLanguageIsInTheCatalogue() throws Exception {
    Set<Class<?>> events =
        records().stream().filter(Event.class::isAssignableFrom).collect(Collectors.toSet());

    assertThat(events)
        .isEqualTo(
            Arrays.stream(EventType.values()).map(EventType::record).collect(Collectors.toSet()));
  }

  @Test
  void everySchemaHasAType() {
    assertThat(ContractFiles.names("schemas"))
        .isEqualTo(catalogue(type -> Stream.of(type.ceType() + ".schema.json")));
  }

  @Test
  void everySampleHasAType() {
    Set<String> known =
        catalogue(type -> Stream.of(type.ceType() + ".json", type.ceType() + ".minimal.json"));

    assertThat(known).containsAll(ContractFiles.names("samples"));
  }

  @Test
  void everyEventIdIsUsedOnce() {
    List<String> ids =
        Arrays.stream(EventType.values())
            .flatMap(ContractFiles::samples)
            .map(sample -> sample.header("ce_id"))
            .toList();

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void everyHeaderIsShown() {
    Set<String> shown = new HashSet<>();
    for (EventType type : EventType.values()) {
      sample(type).headers().fieldNames().forEachRemaining(shown::add);
    }
    Set<String> described = new HashSet<>();
    ASYNC_API.headerSchema().path("properties").fieldNames().forEachRemaining(described::add);

    assertThat(shown).isEqualTo(described);
  }

  private static Set<String> catalogue(Function<EventType, Stream<String>> names) {
    return Arrays.stream(EventType.values()).flatMap(names).collect(Collectors.toSet());
  }

  /** All records under {@code baton.events}, nested ones included. */
  private static List<Class<?>> records() throws Exception {
    Path classes = Path.of(Event.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("baton/events"))) {
      List<String> names =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
              .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
              .toList();
      List<Class<?>> records = new ArrayList<>();
      for (String name : names) {
        Class<?> type = Class.forName(name);
        if (type.isRecord()) {
          records.add(type);
        }
      }
      return records;
    }
  }
}
