package baton.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of this JVM, for a child that runs from the same artifacts. */
final class ClassPath {

  private ClassPath() {}

  /** As a value for {@code -cp}; a single jar that only points to others is followed. */
  static String ofThisJvm() {
    String own = System.getProperty("java.class.path");
    String[] entries = own.split(File.pathSeparator);
    return entries.length == 1 && own.endsWith(".jar") ? withManifestOf(Path.of(own)) : own;
  }

  private static String withManifestOf(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      String listed =
          file.getManifest() == null
              ? null
              : file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (listed == null) {
        return jar.toString();
      }
      return Stream.concat(
              Stream.of(jar.toString()),
              Stream.of(listed.trim().split("\\s+")).map(entry -> resolve(jar, entry)))
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resolve(Path jar, String entry) {
    URI target = jar.toAbsolutePath().toUri().resolve(entry);
    return Path.of(target).toString();
  }
}
