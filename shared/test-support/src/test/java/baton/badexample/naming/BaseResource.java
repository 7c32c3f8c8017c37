package baton.badexample.naming;

public class BaseResource {}
