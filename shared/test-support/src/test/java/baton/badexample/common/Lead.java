package baton.badexample.common;

public record Lead(String id) {}
