package baton.badexample.sending;

import org.apache.kafka.clients.producer.Producer;

public record SendsPastTheLog(Producer<String, byte[]> producer) {}
