package baton.local;

import baton.local.proxy.Origins;
import baton.testing.Ports;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the instances of the services listen, and under which paths the one origin shows them.
 *
 * @param ports of all instances of each service, the first one first
 */
record Addresses(Map<Service, List<Integer>> ports) {

  /** The ports that were chosen, and free ones for further instances. */
  static Addresses choose(Settings settings) {
    Map<Service, List<Integer>> ports = new EnumMap<>(Service.class);
    for (Service service : settings.services()) {
      List<Integer> all = new ArrayList<>(List.of(settings.servicePorts().get(service)));
      while (all.size() < settings.instances()) {
        all.add(Ports.free());
      }
      ports.put(service, List.copyOf(all));
    }
    return new Addresses(ports);
  }

  int port(Service service, int instance) {
    return ports.get(service).get(instance);
  }

  /** Every instance of a service, without the proxy. */
  List<URI> instances(Service service) {
    return ports.get(service).stream().map(port -> URI.create("http://127.0.0.1:" + port)).toList();
  }

  /** Each service under its prefix, and the console under all that is no service's. */
  Origins origins() {
    List<Origins.Origin> origins = new ArrayList<>();
    ports.forEach(
        (service, instances) ->
            origins.add(new Origins.Origin(service.prefix(), service.label(), instances)));
    Service console = Service.FOLLOWUP_TRACKER;
    if (ports.containsKey(console)) {
      origins.add(new Origins.Origin("", console.label(), ports.get(console)));
    }
    return new Origins(origins);
  }
}
