package baton.routing.badexample;

public record KnowsIntake(baton.intake.badexample.Receipt receipt) {}
