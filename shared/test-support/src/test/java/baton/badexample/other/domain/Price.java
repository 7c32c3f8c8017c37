package baton.badexample.other.domain;

import baton.badexample.other.domain.money.Amount;
import java.util.List;

/** A good one: its own package, a subpackage of that, primitives and java.* only. */
public record Price(Amount amount, List<Integer> steps, long[] history) {}
