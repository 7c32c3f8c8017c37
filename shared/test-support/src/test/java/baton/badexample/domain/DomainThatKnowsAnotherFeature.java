package baton.badexample.domain;

public record DomainThatKnowsAnotherFeature(baton.badexample.other.domain.Price[] prices) {}
