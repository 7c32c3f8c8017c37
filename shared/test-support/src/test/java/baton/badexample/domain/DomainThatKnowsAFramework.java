package baton.badexample.domain;

import org.apache.kafka.clients.consumer.ConsumerRecord;

public record DomainThatKnowsAFramework(ConsumerRecord<String, String> record) {}
