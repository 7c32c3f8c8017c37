package baton.proving.demo;

/**
 * Where somebody works.
 *
 * @param domain without the ending {@code .example}, which nobody can ever own
 */
record Company(String name, String domain, String country, int employees, String industry) {

  /** Fewer are too small for what is sold. */
  static final int SIZE = 50;

  private static final String NOBODYS = ".example";

  static Company parse(String line) {
    String[] cells = line.split(";");
    return new Company(
        cells[0], cells[1] + NOBODYS, cells[2], Integer.parseInt(cells[3]), cells[4]);
  }

  boolean isLarge() {
    return employees >= SIZE;
  }
}
