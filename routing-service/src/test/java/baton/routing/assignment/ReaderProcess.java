package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.events.intake.LeadFacts;
import baton.routing.Incoming;
import baton.testing.BatonInfrastructure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An instance of routing in a process of its own, which reads leads of its own and then ends those
 * of them that capped reps have.
 */
final class ReaderProcess implements AutoCloseable {

  private static final String READY = "ready";
  private static final int LARGEST_BATCH = 400;

  private static final LeadFacts SMALL =
      new LeadFacts(null, null, null, "NO", null, null, null, null);
  private static final LeadFacts LARGE = new LeadFacts(null, null, null, "NO", null, 7, null, null);

  private final Process process;
  private final BufferedReader output;

  private ReaderProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /**
   * Starts one on this database of the module's server.
   *
   * @param inTurn how many of its leads the rules say nothing of
   * @param capped how many of them are for the pools of capped reps
   * @param writers how many threads read at once
   */
  static ReaderProcess start(String database, int inTurn, int capped, int writers, int seed)
      throws IOException {
    var server = BatonInfrastructure.postgres();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.add(ReaderProcess.class.getName());
    command.addAll(List.of(server.jdbcUrl(database), server.user(), server.password()));
    Stream.of(inTurn, capped, writers, seed).map(String::valueOf).forEach(command::add);
    return new ReaderProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  void awaitReady() throws IOException {
    String line = output.readLine();
    while (line != null && !line.equals(READY)) {
      line = output.readLine();
    }
    assertThat(line).isEqualTo(READY);
  }

  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  void awaitEnd() throws Exception {
    output.lines().forEach(System.out::println);
    assertThat(process.waitFor()).isZero();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The process itself. */
  public static void main(String[] arguments) throws Exception {
    LogDatabase database = LogDatabase.joined(arguments[0], arguments[1], arguments[2]);
    RoutingFloor floor = RoutingFloor.joined(database);
    int writers = Integer.parseInt(arguments[5]);
    var readers = new ParallelReaders(List.of(floor.instance()), writers, LARGEST_BATCH);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
      records.add(new Incoming().qualified().read());
    }
    List<Incoming> capped =
        Stream.generate(Incoming::new).limit(Integer.parseInt(arguments[4])).toList();
    for (int i = 0; i < capped.size(); i++) {
      records.add(capped.get(i).qualified(i % 5 == 0 ? LARGE : SMALL).read());
    }
    Collections.shuffle(records, new Random(Long.parseLong(arguments[6])));
    System.out.println(READY);
    System.in.read();
    readers.read(records);
    readers.read(endings(floor, capped));
    System.exit(0);
  }

  /** Of those of these leads that somebody has. */
  private static List<ConsumerRecord<String, byte[]>> endings(
      RoutingFloor floor, List<Incoming> leads) {
    Map<String, UUID> open = new HashMap<>();
    floor
        .db
        .query(
            "select lead_id || ' ' || assignment_id from assignment where released_at is null"
                + " and pool <> 'default'")
        .forEach(line -> open.put(line.split(" ")[0], UUID.fromString(line.split(" ")[1])));
    return leads.stream()
        .filter(lead -> open.containsKey(lead.lead.toString()))
        .map(lead -> lead.recycled(open.get(lead.lead.toString())).read())
        .toList();
  }
}
