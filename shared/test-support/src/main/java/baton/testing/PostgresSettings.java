package baton.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How one server is set up, and the two command lines that follow from it. */
record PostgresSettings(
    Path programs,
    Path dataDirectory,
    Path log,
    int port,
    boolean fsync,
    String password,
    Map<String, String> overrides) {

  /** Creates the data directory. The locale is PostgreSQL's own: the same order everywhere. */
  List<String> initialise(Path passwordFile) {
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + dataDirectory,
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile));
    if (!fsync) {
      command.add("--no-sync");
    }
    return command;
  }

  /** Runs the server in the foreground. */
  List<String> serve() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("listen_addresses", "127.0.0.1");
    values.put("unix_socket_directories", "");
    values.put("max_connections", "250");
    values.put("shared_buffers", "128MB");
    values.put("fsync", fsync ? "on" : "off");
    values.put("full_page_writes", fsync ? "on" : "off");
    values.put("timezone", "UTC");
    values.put("log_timezone", "UTC");
    values.putAll(overrides);
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.resolve("postgres").toString(),
                "-D",
                dataDirectory.toString(),
                "-p",
                String.valueOf(port)));
    values.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }
}
