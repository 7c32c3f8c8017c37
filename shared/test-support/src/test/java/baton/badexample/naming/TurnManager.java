package baton.badexample.naming;

public class TurnManager {}
