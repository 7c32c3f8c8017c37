package baton.qualification.decision;

import java.util.List;

/** Is told of decisions, in the transaction that makes them. */
@FunctionalInterface
public interface DecisionListener {

  void decided(List<DecisionRecord> decisions);
}
