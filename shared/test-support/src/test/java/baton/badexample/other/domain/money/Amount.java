package baton.badexample.other.domain.money;

public record Amount(long cents) {}
