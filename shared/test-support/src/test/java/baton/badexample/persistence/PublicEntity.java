package baton.badexample.persistence;

import jakarta.persistence.Entity;

@Entity
public class PublicEntity {}
