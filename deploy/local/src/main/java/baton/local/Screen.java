package baton.local;

import baton.local.keys.LocalKeys;

/** What a person needs to go on, once everything is ready. */
record Screen(LocalSystem system) {

  String text() {
    StringBuilder text = new StringBuilder();
    String url = system.baseUrl().toString();
    text.append("\nBaton is ready.\n\n");
    text.append(line("Start page", url + "/"));
    for (Service service : Service.values()) {
      text.append(line(service.label(), url + service.prefix()));
    }
    text.append(line("Kafka", system.bootstrapServers()));
    text.append(line("PostgreSQL", system.databases().baseUrl()));
    text.append(line("Data, keys, logs", system.home().directory().toString()));
    text.append("\nAPI keys, one for each role:\n");
    for (String role : LocalKeys.ROLES) {
      text.append(line(role, system.key(role)));
    }
    return text.append(firstLead(url)).toString();
  }

  private String firstLead(String url) {
    return """

    Put somebody on the roster, who takes leads:
      curl -s -X PUT %s/api/routing/v1/reps/018f0000-0000-7000-8000-000000000001 \\
        -H 'X-API-Key: %s' -H 'Content-Type: application/json' \\
        -d '{"name":"Sam","team":"North","zone":"Europe/London","active":true,"capacity":20}'

    Send a lead:
      curl -s -X POST %s/api/intake/v1/leads \\
        -H 'X-API-Key: %s' \\
        -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%%s%%N)" \\
        -d '{"email":"eve@example.com","givenName":"Eve","familyName":"Park","title":"VP Sales","company":"Example Ltd","country":"GB"}'

    See what became of it, with the lead's id from the answer:
      curl -s %s/api/followup/v1/leads/LEAD_ID/timeline \\
        -H 'X-API-Key: %s'

    Ctrl-C stops everything; the data stays.
    """
        .formatted(
            url, system.key("manager"), url, system.key("source"), url, system.key("manager"));
  }

  private static String line(String name, String value) {
    return "  %-18s %s%n".formatted(name, value);
  }
}
