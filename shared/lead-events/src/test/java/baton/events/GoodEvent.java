package baton.events;

import java.time.Instant;
import java.util.UUID;

/** A small event that keeps the rules, with a schema and samples that can be spoilt one by one. */
@Descriptive
record GoodEvent(UUID leadId, int attempts, String code, Instant at) implements Event {

  static final String CE_TYPE = "baton.good.v1";
  static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://baton.dev/schemas/baton.good.v1.json",
        "title": "Good",
        "description": "Good.",
        "type": "object",
        "properties": {
          "leadId": {"type": "string", "format": "uuid", "description": "Lead.",
            "x-baton-class": "descriptive"},
          "attempts": {"type": "integer", "format": "int32", "description": "Attempts.",
            "x-baton-class": "descriptive"},
          "code": {"type": "string", "description": "Code.", "x-baton-class": "descriptive"},
          "at": {"type": "string", "format": "date-time", "description": "When.",
            "x-baton-class": "descriptive"}
        },
        "required": ["leadId", "attempts", "at"],
        "additionalProperties": true
      }
      """;
  static final String SAMPLE =
      """
      {
        "topic": "baton.intake",
        "key": "019cd80e-2384-79f1-ae29-b91501256732",
        "headers": {
          "ce_specversion": "1.0",
          "ce_id": "019cfb14-32d6-7d8b-bca9-f44f6a5c7a38",
          "ce_type": "baton.good.v1",
          "ce_source": "/baton/lead-intake",
          "ce_subject": "019cd80e-2384-79f1-ae29-b91501256732",
          "ce_time": "2026-03-17T09:15:30.902Z",
          "ce_recordedtime": "2026-03-17T09:15:30.950Z",
          "ce_sequence": "2",
          "ce_correlationid": "019cfb14-3130-7324-928c-fb6a552c4de8",
          "content-type": "application/json"
        },
        "data": {
          "leadId": "019cd80e-2384-79f1-ae29-b91501256732",
          "attempts": 1,
          "code": "C",
          "at": "2026-03-17T09:15:30.902Z"
        }
      }
      """;

  @Override
  public UUID subject() {
    return leadId;
  }
}
