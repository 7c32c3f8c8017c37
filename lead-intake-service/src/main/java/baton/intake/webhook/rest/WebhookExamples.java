package baton.intake.webhook.rest;

/** Bodies as platforms post them, for the documentation of the door. */
final class WebhookExamples {

  static final String ANY =
      """
      {"work_email": "jo.meyer@example.com", "company": "Example GmbH", "utm_campaign": "spring-webinar"}""";

  static final String HUBSPOT =
      """
      {"submittedAt": 1772442000000, "pageUrl": "https://www.example.com/demo?utm_campaign=spring-webinar",
       "values": [{"name": "email", "value": "jo.meyer@example.com"}, {"name": "firstname", "value": "Jo"}]}""";

  static final String MARKETO =
      """
      {"lead": {"id": "318", "email_address": "jo.meyer@example.com", "company": "Example GmbH"},
       "campaign": {"name": "spring-webinar"}, "time": "2026-03-02T09:00:00Z"}""";

  static final String MAUTIC =
      """
      {"mautic.form_on_submit": [{"submission": {"results": {"email": "jo.meyer@example.com"}, "form": {"name": "Demo"}},
       "timestamp": "2026-03-02T09:00:00+00:00"}]}""";

  static final String META =
      """
      {"object": "page", "entry": [{"id": "1", "time": 1772442000, "changes": [{"field": "leadgen",
       "value": {"leadgen_id": "444444444444", "form_id": "222222222222", "created_time": 1772442000}}]}]}""";

  static final String GOOGLE_ADS =
      """
      {"lead_id": "TeSter-1", "google_key": "the key that you entered", "campaign_id": 20000000000, "is_test": false,
       "user_column_data": [{"column_id": "EMAIL", "string_value": "jo.meyer@example.com"}]}""";

  static final String LINKEDIN =
      """
      {"type": "LEAD_ACTION", "leadGenFormResponse": "urn:li:leadGenFormResponse:a1b2c3", "leadAction": "CREATED",
       "occurredAt": 1772442000000}""";

  static final String TYPEFORM =
      """
      {"event_id": "01", "event_type": "form_response", "form_response": {"token": "t", "submitted_at": "2026-03-02T09:00:00Z",
       "hidden": {"utm_campaign": "spring-webinar"},
       "answers": [{"type": "email", "email": "jo.meyer@example.com", "field": {"id": "f", "type": "email", "ref": "email"}}]}}""";

  static final String WEB_TO_LEAD =
      "oid=00Dxx0000000001&last_name=Meyer&email=jo.meyer%40example.com&company=Example+GmbH";

  static final String OUTBOUND_MESSAGE =
      """
      <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
        <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
          <Notification><Id>04lxx0000000001AAA</Id>
            <sObject xsi:type="sf:Lead" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
              <sf:Email>jo.meyer@example.com</sf:Email></sObject></Notification>
        </notifications></soapenv:Body></soapenv:Envelope>""";

  static final String RECEIPTS =
      """
      {"receipts": [{"submissionId": "01890000-0000-7000-8000-000000000001", "outcome": "NEW_LEAD",
       "leadId": "01890000-0000-7000-8000-000000000002"}]}""";

  private WebhookExamples() {}
}
