package baton.events;

import baton.events.AsyncApi.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of who publishes and who consumes what, in the page for newcomers. */
final class ContractTable {

  private static final String BEGIN = "<!-- contracts:begin -->";
  private static final String END = "<!-- contracts:end -->";
  private static final String NOBODY = "–";

  private ContractTable() {}

  /** What the table in this page says. */
  static Set<Use> uses(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new AssertionError("no table between " + BEGIN + " and " + END);
    }
    Set<Use> uses = new TreeSet<>();
    page.substring(begin + BEGIN.length(), end)
        .lines()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .forEach(line -> addRow(line, uses));
    return uses;
  }

  private static void addRow(String line, Set<Use> uses) {
    List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
    if (cells.size() != 6) {
      throw new AssertionError("not five columns: " + line);
    }
    String topic = cells.get(1).replace("`", "");
    String ceType = cells.get(2).replace("`", "");
    addParties(cells.get(4), topic, ceType, Use.Action.PUBLISHES, uses);
    addParties(cells.get(5), topic, ceType, Use.Action.CONSUMES, uses);
  }

  private static void addParties(
      String parties, String topic, String ceType, Use.Action action, Set<Use> uses) {
    for (String party : parties.split(", ")) {
      if (!party.equals(NOBODY) && !uses.add(new Use(topic, ceType, party, action))) {
        throw new AssertionError("twice: " + party + " " + action + " " + ceType);
      }
    }
  }
}
