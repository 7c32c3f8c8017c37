package baton.routing.assignment;

import baton.routing.assignment.domain.HeadStart;
import baton.routing.assignment.domain.TakeBack;
import baton.routing.assignment.domain.Turn;

/** A pool, locked until the transaction ends. */
public record LockedPool(String name, Turn turn, TakeBack takeBack, HeadStart headStart) {}
