package baton.proving.demo;

/** The four teams, each in its zone. */
enum Team {
  DACH("DACH", "Europe/Berlin"),
  UK("UK and Nordics", "Europe/London"),
  AMERICAS("Americas", "America/New_York"),
  APAC("APAC", "Asia/Singapore");

  private final String title;
  private final String zone;

  Team(String title, String zone) {
    this.title = title;
    this.zone = zone;
  }

  String title() {
    return title;
  }

  String zone() {
    return zone;
  }
}
