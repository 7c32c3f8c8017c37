package baton.intake.submission;

import baton.events.intake.LeadFacts;
import baton.intake.submission.domain.Keys;

/**
 * A person as one submission describes them, verified.
 *
 * @param content as given
 * @param phone E.164 where it could be read, otherwise as given
 * @param keys what may tell that two submissions are of one person
 * @param facts what may be published
 * @param campaign the campaign it is credited to, or null
 */
public record Person(Content content, String phone, Keys keys, LeadFacts facts, String campaign) {}
