package baton.badexample.naming;

/** A good one: the word "base" is part of another. */
public class LeadDatabase {}
