package baton.local.proxy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Which instances serve which path, each in its turn. */
public final class Origins {

  private final List<Origin> origins;

  /** The longest prefix comes first, the empty one, which takes everything else, last. */
  public Origins(List<Origin> origins) {
    this.origins =
        origins.stream()
            .sorted((a, b) -> Integer.compare(b.prefix().length(), a.prefix().length()))
            .toList();
  }

  /** Who serves the path; nobody, if it is under {@code /api} and of no service. */
  public Optional<Origin> of(String path) {
    return origins.stream()
        .filter(origin -> origin.covers(path))
        .filter(origin -> !origin.prefix().isEmpty() || !under("/api", path))
        .findFirst();
  }

  private static boolean under(String prefix, String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  /** A service seen under a prefix. */
  public static final class Origin {
    private final String prefix;
    private final String name;
    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();

    public Origin(String prefix, String name, List<Integer> ports) {
      this.prefix = prefix;
      this.name = name;
      this.ports = List.copyOf(ports);
    }

    /** The path under which callers see it; empty for the root. */
    public String prefix() {
      return prefix;
    }

    /** The service's name, for a caller who is told that it is away. */
    public String name() {
      return name;
    }

    /** All instances, beginning with the one whose turn it is. */
    List<Integer> portsInTurn() {
      int first = Math.floorMod(turn.getAndIncrement(), ports.size());
      return java.util.stream.IntStream.range(0, ports.size())
          .mapToObj(i -> ports.get((first + i) % ports.size()))
          .toList();
    }

    boolean covers(String path) {
      return prefix.isEmpty() || under(prefix, path);
    }

    /** The same request as the service knows it. */
    String stripped(String uri) {
      String rest = uri.substring(prefix.length());
      return rest.startsWith("/") ? rest : "/" + rest;
    }
  }
}
