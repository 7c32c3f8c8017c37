package baton.routing.assignment;

import java.util.List;

/** Is told of assignments, in the transaction that makes them. */
@FunctionalInterface
public interface AssignmentListener {

  void assigned(List<Assignment> assignments);
}
