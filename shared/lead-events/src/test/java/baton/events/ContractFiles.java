package baton.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Schemas, samples and the AsyncAPI document, as they stand in the module. */
final class ContractFiles {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("src/main/resources/baton/events");

  private ContractFiles() {}

  static JsonNode schema(EventType type) {
    return read(ROOT.resolve("schemas/" + type.ceType() + ".schema.json"));
  }

  /** The sample that has as many fields as there are. */
  static Sample sample(EventType type) {
    return Sample.of(read(ROOT.resolve("samples/" + type.ceType() + ".json")));
  }

  /** The sample with the required fields only; types without optional fields have none. */
  static Optional<Sample> minimalSample(EventType type) {
    Path file = ROOT.resolve("samples/" + type.ceType() + ".minimal.json");
    return Files.exists(file) ? Optional.of(Sample.of(read(file))) : Optional.empty();
  }

  static Stream<Sample> samples(EventType type) {
    return Stream.concat(Stream.of(sample(type)), minimalSample(type).stream());
  }

  static AsyncApi asyncApi() {
    try {
      return new AsyncApi(new YAMLMapper().readTree(ROOT.resolve("asyncapi.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean exists(String relative) {
    return Files.exists(ROOT.resolve(relative));
  }

  /** Names of the JSON files in a folder. */
  static Set<String> names(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
