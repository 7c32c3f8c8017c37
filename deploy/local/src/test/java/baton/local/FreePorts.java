package baton.local;

import baton.testing.Ports;
import java.util.HashMap;
import java.util.Map;

/** The environment in which everything listens on a port that is free now. */
public final class FreePorts {

  private FreePorts() {}

  /** The variables, which may be changed. */
  public static Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    for (Service service : Service.values()) {
      variables.put(service.portVariable(), "" + Ports.free());
    }
    for (String name : new String[] {"", "_POSTGRES", "_KAFKA", "_KAFKA_CONTROLLER"}) {
      variables.put("BATON" + name + "_PORT", "" + Ports.free());
    }
    return variables;
  }
}
