package baton.workingtime.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Threads of a pool that others have made may not know where our classes are. */
class ForeignThreadTest {

  @Test
  void aThreadThatKnowsNoneOfOurClassesIsToldTheHolidays() throws Exception {
    // Loaded anew: what another test has asked for is not known here.
    try (URLClassLoader anew = new URLClassLoader(classPath(), platform())) {
      Class<?> region = anew.loadClass(HolidayRegion.class.getName());
      Callable<Object> ask =
          () ->
              region
                  .getMethod("holidays", int.class)
                  .invoke(region.getMethod("of", String.class).invoke(null, "FI"), 2026);
      FutureTask<Object> answer = new FutureTask<>(ask);
      Thread thread = new Thread(answer);
      thread.setContextClassLoader(platform());
      thread.start();

      assertThat(answer.get()).isEqualTo(HolidayRegion.of("FI").holidays(2026));
      assertThat((Map<?, ?>) answer.get()).isNotEmpty();
    }
  }

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL[] classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(ForeignThreadTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
