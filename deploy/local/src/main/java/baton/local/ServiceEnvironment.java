package baton.local;

import baton.local.keys.LocalKeys;
import baton.local.parts.Databases;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service is told, in the variables that Quarkus reads.
 *
 * @param origin under which callers see all services
 */
record ServiceEnvironment(
    Databases databases,
    String bootstrapServers,
    LocalKeys keys,
    URI origin,
    Map<String, String> given) {

  Map<String, String> of(Service service, int port) {
    Map<String, String> variables = new LinkedHashMap<>(given);
    variables.putAll(keys.environment());
    variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    variables.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    variables.put("QUARKUS_DATASOURCE_JDBC_URL", databases.url(service.database()));
    variables.put("QUARKUS_DATASOURCE_USERNAME", databases.user());
    variables.put("QUARKUS_DATASOURCE_PASSWORD", databases.password());
    variables.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    if (service == Service.LEAD_INTAKE) {
      variables.putIfAbsent("BATON_INTAKE_SECRET_KEYS", keys.secretsKey());
    }
    variables.putIfAbsent("BATON_INTAKE_PUBLIC_URL", origin + Service.LEAD_INTAKE.prefix());
    // Only the proxy on this machine connects, and it says who called.
    variables.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
    variables.put("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true");
    variables.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
    variables.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_PREFIX", "true");
    variables.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
    return variables;
  }
}
