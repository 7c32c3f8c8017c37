package baton.eventlog.badexample;

public record KnowsHttp(baton.http.badexample.Page[] pages) {}
