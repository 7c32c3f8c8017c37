package baton.proving.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be measured, and for how long.
 *
 * @param figures of {@link #FIGURES}
 * @param rounds how often each alternative gets its turn, or each service is started
 * @param seconds each turn, and each rate, lasts; 0 for what the figure asks for
 * @param warmUp seconds of load before anything is measured; 0 for what the figure asks for
 * @param rates leads a second for the whole chain, one after the other
 * @param connections that intake is loaded with
 * @param megabytes of the list that is imported
 */
public record Options(
    Set<String> figures,
    int rounds,
    int seconds,
    int warmUp,
    List<Integer> rates,
    int connections,
    int megabytes) {

  static final List<String> FIGURES = List.of("intake", "chain", "list", "start");

  private static final int ROUNDS = 5;
  private static final List<Integer> RATES = List.of(100, 600);
  private static final int CONNECTIONS = 64;
  private static final int MEGABYTES = 64;

  /** An order that cannot be understood. */
  static final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misused(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * Reads a command line such as {@code chain --seconds=120 --rates=100,600}.
   *
   * @throws Misused if it cannot be read
   */
  static Options parse(List<String> arguments) {
    Options options = new Options(Set.of(), ROUNDS, 0, 0, RATES, CONNECTIONS, MEGABYTES);
    for (String argument : arguments) {
      options = options.with(argument);
    }
    return options.figures.isEmpty() ? options.measuring("all") : options;
  }

  private Options with(String argument) {
    String[] parts = argument.split("=", 2);
    if (parts.length == 1) {
      return measuring(argument);
    }
    List<Integer> values = Stream.of(parts[1].split(",", -1)).map(Options::positive).toList();
    int value = values.get(0);
    return switch (parts[0]) {
      case "--rounds" ->
          new Options(figures, value, seconds, warmUp, rates, connections, megabytes);
      case "--seconds" ->
          new Options(figures, rounds, value, warmUp, rates, connections, megabytes);
      case "--warm-up" ->
          new Options(figures, rounds, seconds, value, rates, connections, megabytes);
      case "--rates" ->
          new Options(figures, rounds, seconds, warmUp, values, connections, megabytes);
      case "--connections" ->
          new Options(figures, rounds, seconds, warmUp, rates, value, megabytes);
      case "--megabytes" ->
          new Options(figures, rounds, seconds, warmUp, rates, connections, value);
      default -> throw new Misused("No such option: " + argument);
    };
  }

  private Options measuring(String name) {
    Set<String> chosen = name.equals("all") ? Set.copyOf(FIGURES) : Set.of(name);
    if (!FIGURES.containsAll(chosen)) {
      throw new Misused("Nothing is measured by the name " + name);
    }
    return new Options(chosen, rounds, seconds, warmUp, rates, connections, megabytes);
  }

  private static int positive(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException saidBelow) {
      // One refusal for both.
    }
    throw new Misused("Not a number above 0: " + text);
  }

  boolean measures(String figure) {
    return figures.contains(figure);
  }

  /** How long services are under load before they are measured, unless it was said. */
  Duration warmingUp(int otherwise) {
    return Duration.ofSeconds(warmUp == 0 ? otherwise : warmUp);
  }

  /** How long a turn lasts, unless it was said. */
  Duration lasting(int otherwise) {
    return Duration.ofSeconds(seconds == 0 ? otherwise : seconds);
  }
}
