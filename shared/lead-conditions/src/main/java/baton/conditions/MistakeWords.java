package baton.conditions;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what the compiler found, and what to write instead. */
final class MistakeWords {

  private static final List<String> FUNCTIONS =
      List.of(
          "has",
          "exists",
          "all",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "size",
          "lowerAscii",
          "upperAscii",
          "trim",
          "int",
          "string");
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*");
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
  private static final Map<String, String> FOR_WORDS =
      Map.of("and", "write &&", "AND", "write &&", "or", "write ||", "OR", "write ||");

  private final Vocabulary vocabulary;

  MistakeWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** One for each place, in the order of the text: what follows from a mistake is left out. */
  List<Mistake> of(String text, List<CelIssue> issues) {
    Map<List<Integer>, Mistake> byPlace = new LinkedHashMap<>();
    issues.stream()
        .map(issue -> mistake(text, issue))
        .sorted(Comparator.comparing(Mistake::line).thenComparing(Mistake::column))
        .forEach(
            mistake -> byPlace.putIfAbsent(List.of(mistake.line(), mistake.column()), mistake));
    List<Mistake> mistakes = new ArrayList<>(byPlace.values());
    boolean ofGrammar = issues.stream().anyMatch(issue -> isOfGrammar(issue.getMessage()));
    return ofGrammar ? List.of(mistakes.get(0)) : mistakes;
  }

  private static boolean isOfGrammar(String message) {
    return UNEXPECTED.matcher(message).matches() || TOKEN.matcher(message).matches();
  }

  private Mistake mistake(String text, CelIssue issue) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn());
    String message = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return undeclared(text, line, column, undeclared.group(1));
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      return overload(line, column, overload.group(1), overload.group(2));
    }
    Matcher token = TOKEN.matcher(message);
    if (token.matches()) {
      return token(line, column, token.group(1));
    }
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (unexpected.matches()) {
      return unexpected(line, column, unexpected.group(1));
    }
    if (message.startsWith("there is no attribute ")) {
      String path = message.substring("there is no attribute ".length());
      return noAttribute(line, Names.at(text, line, column).column(), path);
    }
    return new Mistake(line, column + 1, Limited.words(message), "");
  }

  private Mistake undeclared(String text, int line, int column, String name) {
    if (name.equals("_[_]") || isCalled(text, line, column)) {
      return new Mistake(
          line,
          column + 1,
          "there is no function " + name,
          Nearest.to(name, FUNCTIONS)
              .map(near -> "did you mean " + near + "?")
              .orElse("there are " + String.join(", ", FUNCTIONS)));
    }
    Names.Name whole = Names.at(text, line, column);
    return noAttribute(line, whole.column(), whole.text().isEmpty() ? name : whole.text());
  }

  private static boolean isCalled(String text, int line, int column) {
    String rest = text.lines().skip(line - 1L).findFirst().orElse("");
    return column < rest.length() && rest.charAt(column) == '(';
  }

  private Mistake noAttribute(int line, int column, String path) {
    List<String> paths = vocabulary.attributes().stream().map(Attribute::path).toList();
    Optional<String> near = Nearest.to(path, paths);
    String begins = path + ".";
    List<String> below = paths.stream().filter(known -> known.startsWith(begins)).toList();
    String suggestion =
        near.map(word -> "did you mean " + word + "?")
            .orElse(
                below.isEmpty()
                    ? "there are " + String.join(", ", paths)
                    : "there are " + String.join(", ", below));
    return new Mistake(line, column + 1, "there is no attribute " + path, suggestion);
  }

  private static Mistake overload(int line, int column, String function, String types) {
    List<String> operands =
        List.of(types.replaceAll("^\\(|\\)$", "").split(",")).stream().map(TypeWords::of).toList();
    String operator = function.replace("_", "").replace("@", "");
    String message = operator + " does not go with " + String.join(" and ", operands);
    boolean textAndNumber = operands.contains("a text") && operands.contains("a number");
    return new Mistake(
        line,
        column + 1,
        message,
        textAndNumber ? "a text stands in quotes, a number does not" : "");
  }

  private static Mistake token(int line, int column, String token) {
    String begin = token.strip();
    if (begin.startsWith("=")) {
      return new Mistake(line, column + 1, "= compares nothing", "write ==");
    }
    if (begin.startsWith("'") || begin.startsWith("\"")) {
      return new Mistake(line, column + 1, "a text has no end", "close the quotes");
    }
    if (begin.startsWith("&") || begin.startsWith("|")) {
      String twice = begin.substring(0, 1).repeat(2);
      return new Mistake(line, column + 1, begin + " is no operator", "write " + twice);
    }
    return new Mistake(line, column + 1, begin + " has no meaning here", "");
  }

  private static Mistake unexpected(int line, int column, String token) {
    return token.equals("<EOF>")
        ? new Mistake(line, column + 1, "ends too early", "something is missing at the end")
        : new Mistake(
            line, column + 1, token + " is not expected here", FOR_WORDS.getOrDefault(token, ""));
  }
}
