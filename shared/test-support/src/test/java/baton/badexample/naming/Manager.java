package baton.badexample.naming;

/** A good one: the person a rep reports to. */
public record Manager(String name) {}
