package baton.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.events.intake.EmailFacts.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Addresses of the collection of isemail, where it is at hand. What it calls an error, or good for
 * a message only, is no address; what it calls valid is one, but for what nobody enters in a form
 * and Baton takes for a slip: a domain of one label, an address of IP, a local part in quotes.
 */
class IsEmailTest {

  private static final Path TESTS =
      Path.of(System.getProperty("baton.shared", "../../shared"), "data", "isemail_tests");
  private static final Set<String> VALID = Set.of("ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN");

  private final EmailVerifier emails = new EmailVerifier(() -> MailLists.BUILT_IN);

  private record Case(String id, String address, String category) {
    boolean isTaken() {
      String domain = address.substring(address.lastIndexOf('@') + 1);
      return VALID.contains(category)
          && domain.contains(".")
          && !address.contains("\"")
          && !domain.startsWith("[");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tests.xml", "tests-original.xml"})
  void whatIsAnAddressIsToldAsTheCollectionDoes(String file) throws Exception {
    assumeTrue(Files.isDirectory(TESTS), "skipped: no collection of addresses");
    List<Case> cases = read(TESTS.resolve(file));
    assertThat(cases).hasSizeGreaterThan(150);
    assertThat(cases.stream().filter(Case::isTaken)).hasSizeGreaterThan(10);
    assertThat(
            cases.stream()
                .filter(one -> one.address().equals(one.address().strip()))
                .filter(one -> isValid(one) != one.isTaken())
                .map(one -> one.id() + " " + one.category() + " " + one.address())
                .collect(Collectors.joining("\n")))
        .isEmpty();
  }

  private boolean isValid(Case one) {
    return emails.verify(one.address()).facts().status() == Status.VALID;
  }

  private static List<Case> read(Path file) throws Exception {
    NodeList tests =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("test");
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      cases.add(
          new Case(
              test.getAttribute("id"),
              withControls(text(test, "address")),
              text(test, "category")));
    }
    return cases;
  }

  private static String text(Element test, String name) {
    return test.getElementsByTagName(name).item(0).getTextContent();
  }

  /** The collection writes control characters as their symbols. */
  private static String withControls(String text) {
    return text.chars()
        .map(c -> c >= 0x2400 && c <= 0x2420 ? c - 0x2400 : c)
        .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
        .toString();
  }
}
