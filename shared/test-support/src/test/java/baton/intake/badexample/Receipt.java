package baton.intake.badexample;

public record Receipt(String id) {}
