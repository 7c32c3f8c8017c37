package baton.events.qualification;

import baton.events.Descriptive;
import java.util.List;
import java.util.UUID;

/**
 * Why a decision came out as it did: stored with it, never recomputed.
 *
 * @param criteriaSet the set of criteria that was applied
 * @param version version of the set
 * @param becauseOf the submission that asked for the decision
 * @param score sum of the contributions
 * @param criteria what each criterion made of the lead, in the order of the set
 * @param summary one sentence for people
 */
@Descriptive
public record DecisionReceipt(
    String criteriaSet,
    int version,
    UUID becauseOf,
    int score,
    List<CriterionResult> criteria,
    String summary) {}
