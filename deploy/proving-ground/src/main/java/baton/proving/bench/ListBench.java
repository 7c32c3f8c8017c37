package baton.proving.bench;

import baton.local.Service;
import baton.proving.bench.load.Leads;
import baton.proving.bench.report.Report;
import baton.proving.bench.report.Table;
import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.HttpDoors;
import baton.testing.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A list, made while it is sent: uploaded, tried and written by an intake that has 256 MB of heap,
 * beside the same number of leads by plain JDBC, a hundred in a transaction, in the same run.
 */
final class ListBench {

  /** A quarter of a gibibyte; ends at once if it does not suffice. */
  private static final String HEAP =
      "-Xms192m -Xmn96m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
          + " -XX:ReservedCodeCacheSize=96m -XX:+ExitOnOutOfMemoryError";

  private static final int MEGABYTE = 1_000_000;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PLAIN = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String NOTES = "What somebody wrote at the stand. ".repeat(20);
  private static final String SOURCE = "lists";

  private final Workshop workshop;
  private final Options options;
  private final Report report;

  private long highest;

  ListBench(Workshop workshop, Options options, Report report) {
    this.workshop = workshop;
    this.options = options;
    this.report = report;
  }

  void run() {
    report.heading("A list");
    Map<String, String> heap = Map.of("BATON_JAVA_OPTS", HEAP);
    try (Bed bed = workshop.put("list", Set.of(Service.LEAD_INTAKE), heap)) {
      bed.describe(report);
      measure(bed);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(Bed bed) throws SQLException {
    URI door = bed.service(Service.LEAD_INTAKE);
    HttpDoors doors = new HttpDoors(door, bed.system()::key);
    done(
        doors,
        Call.put(
            "marketing", "/v1/sources/" + SOURCE, Map.of("name", "Lists", "platform", "GENERIC")));
    Rows rows = new Rows(options.megabytes() * (long) MEGABYTE);
    Gauges gauges = new Gauges(door);

    long begin = System.nanoTime();
    String path = "/v1/imports/" + upload(door, bed.system().key("marketing"), rows);
    double uploaded = seconds(begin);
    JsonNode columns = done(doors, Call.get("ops", path)).path("suggestion");
    done(
        doors,
        Call.put("marketing", path + "/mapping", Map.of("kind", "HISTORY", "columns", columns)));
    double tried = act(doors, gauges, path, "dry-run", "READY", rowsDone -> {});
    double written;
    Table perRow;
    try (CostOfRows cost = new CostOfRows(bed)) {
      written = act(doors, gauges, path, "start", "DONE", cost::note);
      perRow = cost.table();
    }

    JsonNode done = done(doors, Call.get("ops", path)).path("done");
    String amounts =
        "%,d MB, %,d rows: %,d new leads"
            .formatted(
                options.megabytes(), done.path("rows").asLong(), done.path("newLeads").asLong());
    if (done.path("rows").asLong() != rows.count()
        || done.path("newLeads").asLong() != rows.count()) {
      report.defect("not every row of the list ended as a lead: " + amounts);
    }
    double plain = plain(bed);
    report.say("\n" + amounts + "; heap at most " + highest / MEGABYTE + " MB, garbage included:");
    report.table(
        new Table("", "seconds", "MB/s", "rows/s", "of plain JDBC")
            .row(line("uploaded", uploaded, rows, plain))
            .row(line("tried", tried, rows, plain))
            .row(line("written", written, rows, plain)));
    report.say("\nWhat a row costs the database, however many there are:");
    report.table(perRow);
  }

  private List<String> line(String what, double seconds, Rows rows, double plain) {
    double perSecond = rows.count() / seconds;
    return List.of(
        what,
        String.format(Locale.ROOT, "%.1f", seconds),
        String.format(Locale.ROOT, "%.1f", options.megabytes() / seconds),
        String.format(Locale.ROOT, "%,.0f", perSecond),
        String.format(Locale.ROOT, "%.2f", perSecond / plain));
  }

  private static double plain(Bed bed) throws SQLException {
    var databases = bed.system().databases();
    String name = Service.LEAD_INTAKE.database();
    return new PlainJdbc(
            databases.url(name),
            databases.user(),
            databases.password(),
            new Leads("plain"),
            new AtomicLong())
        .run(2, 100, PLAIN);
  }

  private double act(
      HttpDoors doors,
      Gauges gauges,
      String path,
      String what,
      String until,
      LongConsumer rowsDone) {
    long begin = System.nanoTime();
    done(doors, Call.post("marketing", path + "/" + what, Map.of()));
    Waiting.until(
        PATIENCE,
        LOOK,
        () -> {
          highest = Math.max(highest, gauges.heap());
          JsonNode list = done(doors, Call.get("ops", path));
          rowsDone.accept(list.path("done").path("rows").asLong());
          return list.path("state").asText().equals(until);
        });
    report.progress("%s: %.1f s".formatted(what, seconds(begin)));
    return seconds(begin);
  }

  private static JsonNode done(HttpDoors doors, Call call) {
    Answer answer = doors.send(call);
    if (!answer.isDone()) {
      throw new IllegalStateException(call.path() + " answered " + answer.status());
    }
    return answer.json();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static String upload(URI door, String key, Rows rows) {
    try {
      HttpResponse<String> response =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(
                  HttpRequest.newBuilder(door.resolve("/v1/imports?name=list.csv&source=" + SOURCE))
                      .timeout(PATIENCE)
                      .header("X-API-Key", key)
                      .header("Idempotency-Key", "list")
                      .header("Content-Type", "text/csv")
                      .POST(HttpRequest.BodyPublishers.ofInputStream(() -> rows))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        throw new IllegalStateException("the upload was answered " + response.statusCode());
      }
      return new ObjectMapper().readTree(response.body()).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Rows of nearly a kilobyte, made as they are read, until there are enough bytes. */
  private static final class Rows extends InputStream {

    private final long enough;
    private byte[] row =
        "E-Mail,First name,Company,Country,Notes\n".getBytes(StandardCharsets.UTF_8);
    private int next;
    private long bytes;
    private long count;

    Rows(long enough) {
      this.enough = enough;
    }

    long count() {
      return count;
    }

    @Override
    public int read() {
      if (next == row.length) {
        bytes += row.length;
        if (bytes >= enough) {
          return -1;
        }
        count++;
        row =
            "row%d@rows.example,Jo,\"Example, Inc.\",DE,%s\n"
                .formatted(count, NOTES)
                .getBytes(StandardCharsets.UTF_8);
        next = 0;
      }
      return row[next++];
    }
  }
}
