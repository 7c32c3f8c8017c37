package baton.badexample.hen;

public record Hen(baton.badexample.egg.Egg laid) {}
