package baton.local;

import baton.testing.Directories;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Scanner;

/** {@code ./baton reset}: deletes what is kept, after asking. */
final class Reset {

  private final Home home;

  Reset(Home home) {
    this.home = home;
  }

  int run(List<String> options) {
    boolean sure = options.equals(List.of("--yes"));
    if (!sure && !options.isEmpty()) {
      return Main.misused();
    }
    if (RunLock.holder(home).isPresent()) {
      throw new Refusal("Baton runs. Stop it first, with ./baton down.");
    }
    if (!Files.exists(home.directory())) {
      System.out.println("There is nothing to delete.");
      return 0;
    }
    if (!sure && !confirmed()) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    Orphans.end(home, System.out::println);
    home.parts().forEach(Directories::delete);
    System.out.println("Deleted.");
    return 0;
  }

  private boolean confirmed() {
    System.out.print(
        "Delete all leads, events, keys and logs in " + home.directory() + "? Type yes: ");
    System.out.flush();
    Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
    return answers.hasNextLine() && answers.nextLine().trim().equalsIgnoreCase("yes");
  }
}
