package baton.qualification.decision;

import baton.qualification.decision.domain.B2bDefault;
import baton.qualification.decision.domain.CriteriaSet;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Names the criteria that decide now. */
class CriteriaInForce {

  @Produces
  @Singleton
  CriteriaSet criteria() {
    return B2bDefault.V1;
  }
}
