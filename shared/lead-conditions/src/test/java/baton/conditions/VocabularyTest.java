package baton.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void aPathIsNamedOnce() {
    Attribute title = Attribute.text("lead.title", "Job title");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(List.of(title, title)))
        .withMessage("lead.title occurs twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vocabulary.LEAD.and(new Vocabulary(List.of(title))));
  }

  @Test
  void aPathHasARootAndAName() {
    for (String path : List.of("title", "lead.", "Lead.title", "lead title", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Attribute.text(path, ""));
    }
  }

  @Test
  void onlyTextsHaveListedValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attribute("a.b", Attribute.Type.NUMBER, List.of("1"), ""));
  }

  @Test
  void everyAttributeSaysWhatItMeans() {
    Vocabulary all =
        Vocabulary.LEAD.and(Vocabulary.DECISION).and(Vocabulary.ACCOUNT).and(Vocabulary.TOUCHPOINT);

    assertThat(all.attributes()).allSatisfy(a -> assertThat(a.meaning()).isNotBlank());
    assertThat(all.find("lead.email.kind")).isPresent();
    assertThat(all.find("lead.email")).isEmpty();
  }
}
