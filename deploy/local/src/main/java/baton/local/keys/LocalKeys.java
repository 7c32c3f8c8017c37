package baton.local.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One key for each role, PostgreSQL's password, and the key that seals what the database must not
 * tell, kept in one file that only its owner can read. Made at the first start and the same from
 * then on.
 */
public final class LocalKeys {

  /** Every role there is, in the order shown; a test holds them to those of the services. */
  public static final List<String> ROLES =
      List.of("source", "integration", "rep", "manager", "marketing", "ops", "admin");

  private static final String DATABASE = "postgres";
  private static final String SECRETS = "secrets";
  private static final int SECRETS_BYTES = 32;

  private final Map<String, ApiKey> keys;

  private LocalKeys(Map<String, ApiKey> keys) {
    this.keys = keys;
  }

  /** Reads the file; creates it, or adds the roles it lacks. */
  public static LocalKeys in(Path file) {
    try {
      Map<String, ApiKey> keys = Files.exists(file) ? read(file) : new LinkedHashMap<>();
      boolean incomplete = false;
      for (String role : ROLES) {
        incomplete |= keys.putIfAbsent(role, ApiKey.random(role)) == null;
      }
      incomplete |= keys.putIfAbsent(DATABASE, new ApiKey(DATABASE, ApiKey.letters(32))) == null;
      incomplete |= keys.putIfAbsent(SECRETS, new ApiKey(SECRETS, secretKey())) == null;
      if (incomplete) {
        write(file, keys);
      }
      return new LocalKeys(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole key of a role, for its holder. */
  public String of(String role) {
    if (!ROLES.contains(role)) {
      throw new IllegalArgumentException("no such role: " + role);
    }
    return keys.get(role).text();
  }

  /** The password of the database's superuser. */
  public String databasePassword() {
    return keys.get(DATABASE).text();
  }

  private static String secretKey() {
    byte[] key = new byte[SECRETS_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** The key that seals the secrets of platforms in intake's database: 32 bytes in base64. */
  public String secretsKey() {
    return keys.get(SECRETS).text();
  }

  /** What services are told: {@code BATON_KEYS_0_} and so on, digests only. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < ROLES.size(); i++) {
      String role = ROLES.get(i);
      variables.put("BATON_KEYS_" + i + "_", keys.get(role).configured());
    }
    return variables;
  }

  private static Map<String, ApiKey> read(Path file) throws IOException {
    Map<String, ApiKey> keys = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.trim().split("\\s+");
      if (words.length == 2) {
        keys.put(words[0], new ApiKey(words[0], words[1]));
      }
    }
    return keys;
  }

  /** Written aside and renamed, so that a kill leaves the old file or the new one. */
  private static void write(Path file, Map<String, ApiKey> keys) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    StringBuilder text = new StringBuilder();
    keys.forEach((role, key) -> text.append(role).append(' ').append(key.text()).append('\n'));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
