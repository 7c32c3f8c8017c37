package baton.intake.profile;

import java.util.List;

/** The columns of a profile that tell who somebody is, and change one by one. */
public final class ProfileFields {

  /** Their names; {@code answers} is a JSON object, of which each answer counts by itself. */
  public static final List<String> ALL =
      List.of(
          "email",
          "phone",
          "given_name",
          "family_name",
          "full_name",
          "notes",
          "answers",
          "title",
          "company",
          "country");

  private ProfileFields() {}
}
