package baton.proving.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/**
 * One request. It can be sent again as it is: whatever creates something carries its own name.
 *
 * @param role whose key is sent with it, or null for none
 * @param path from the one origin on, such as {@code /api/intake/v1/leads}
 * @param body null for none
 */
public record Call(
    String method, String role, String path, Map<String, String> headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static Call get(String role, String path) {
    return new Call("GET", role, path, Map.of(), null);
  }

  public static Call put(String role, String path, Object body) {
    return new Call("PUT", role, path, Map.of(), json(body));
  }

  public static Call post(String role, String path, Object body) {
    return new Call("POST", role, path, Map.of(), json(body));
  }

  /** Raw bytes, and headers that say who sends them. */
  public static Call signed(String path, Map<String, String> headers, byte[] body) {
    return new Call("POST", null, path, headers, body);
  }

  /** The same with one more header. */
  public Call with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Call(method, role, path, more, body);
  }

  /** What a door is sent for this object. */
  public static byte[] json(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Without keys, signatures and content: for messages. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
