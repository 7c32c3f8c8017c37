package baton.badexample.naming;

public class LeadHelper {}
