package baton.followup.policy.rest;

import baton.followup.policy.domain.LeadClock;
import baton.followup.policy.domain.PolicyVersion;
import baton.followup.policy.rest.PolicyRequest.CodeView;
import baton.followup.policy.rest.PolicyRequest.RowView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One version of the policy.
 *
 * @param effectiveFrom what was assigned or qualified from then on goes by it, until the next one
 * @param savedBy name of the key that saved it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FollowUpPolicyVersion")
public record PolicyView(
    int version,
    Instant effectiveFrom,
    String label,
    String savedBy,
    List<RowView> rows,
    LeadClock leadClock,
    List<CodeView> reasonCodes) {

  static PolicyView from(PolicyVersion version) {
    return new PolicyView(
        version.version(),
        version.from(),
        version.label(),
        version.savedBy(),
        version.policy().rows().stream().map(RowView::from).toList(),
        version.policy().leadClock(),
        version.policy().reasonCodes().stream().map(CodeView::from).toList());
  }
}
