package baton.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The broker's log: warnings and errors, to its output. Named by a system property of the broker's
 * JVM and nowhere else, so that it never competes with the logging of the application under test,
 * whose class path the broker shares.
 */
public final class BrokerLog implements SLF4JServiceProvider {

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  /** Called by SLF4J. */
  public BrokerLog() {}

  @Override
  public ILoggerFactory getLoggerFactory() {
    return BrokerLog::logger;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {
    // Nothing to prepare.
  }

  private static Logger logger(String name) {
    return new WarningsAndErrors(name);
  }

  private static final class WarningsAndErrors extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    WarningsAndErrors(String name) {
      this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public boolean isDebugEnabled() {
      return false;
    }

    @Override
    public boolean isInfoEnabled() {
      return false;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String message, Object[] arguments, Throwable failure) {
      synchronized (System.out) {
        System.out.printf(
            "%s %s %s %s%n",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            level,
            name,
            MessageFormatter.basicArrayFormat(message, arguments));
        if (failure != null) {
          failure.printStackTrace(System.out);
        }
      }
    }
  }
}
