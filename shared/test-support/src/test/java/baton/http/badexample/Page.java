package baton.http.badexample;

public record Page(int size) {}
