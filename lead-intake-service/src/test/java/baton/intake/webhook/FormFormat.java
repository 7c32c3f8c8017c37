package baton.intake.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forms as browsers write them. */
final class FormFormat implements BodyFormat {

  private static final List<String> OTHERS =
      List.of(
          "", "%00", "%F0%9F", "7", "null", "%5B%5D", "%7B%22a%22%3A%5B1%5D%7D", "a".repeat(3_000));

  @Override
  public String mediaType() {
    return FormBody.MEDIA_TYPE;
  }

  @Override
  public Stream<String> withUnknownFields(String inquiry) {
    return Stream.of(
        inquiry + "&x-mark=1",
        "x%5Bmark%5D%5B%5D=1&x%5Bmark%5D%5B%5D=2&" + inquiry,
        inquiry + "&x");
  }

  @Override
  public Stream<String> withOtherValues(String inquiry) {
    String[] fields = inquiry.split("&");
    return IntStream.range(0, fields.length)
        .boxed()
        .flatMap(
            place ->
                OTHERS.stream()
                    .map(
                        other -> {
                          List<String> changed = new ArrayList<>(List.of(fields));
                          changed.set(place, fields[place].replaceFirst("=.*", "=" + other));
                          return String.join("&", changed);
                        }));
  }

  /** Each but for those that would then prove nothing any more. */
  @Override
  public String withAFieldTwice(String inquiry) {
    String last = inquiry.substring(inquiry.lastIndexOf('&') + 1);
    return inquiry + "&" + last;
  }

  @Override
  public List<String> empty() {
    return List.of("", " ", "&&&", "=", "%zz", "\u0000", "x=1", "x", "{}");
  }

  @Override
  public List<String> unusableItems() {
    return List.of();
  }

  @Override
  public Stream<String> huge(String inquiry) {
    return Stream.of(
        "a=1&".repeat(500_000) + inquiry,
        inquiry + "&x=" + "y".repeat(500_000),
        "x%5B".repeat(100_000) + "=1");
  }
}
