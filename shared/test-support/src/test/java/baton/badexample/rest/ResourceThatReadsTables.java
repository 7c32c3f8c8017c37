package baton.badexample.rest;

import baton.badexample.persistence.PublicEntity;

public record ResourceThatReadsTables(PublicEntity row) {}
