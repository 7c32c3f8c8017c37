package baton.badexample.egg;

public record Egg(baton.badexample.hen.Hen laidBy) {}
