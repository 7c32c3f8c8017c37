package baton.intake.webhook;

import java.util.List;

/** Of platforms that post one form at a time and sign nothing of it. */
abstract class FormWays implements SenderConformance.Ways {

  @Override
  public BodyFormat format() {
    return new FormFormat();
  }

  @Override
  public String batch(List<String> items) {
    return null;
  }

  @Override
  public boolean coversBody() {
    return false;
  }
}
