package baton.events.badexample;

public record KnowsAService(baton.intake.badexample.Receipt receipt) {}
