package baton.intake.webhook;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Outbound messages of Salesforce as JSON: a list of objects with {@code id}, {@code type} and
 * {@code fields}. The session that a message may bring along, with which anybody could act in its
 * name, is left behind. Read as a stream, so that no depth of elements is too much.
 */
final class SoapNotifications {

  private static final String NAMESPACE = "http://soap.sforce.com/2005/09/outbound";
  private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
  private static final XMLInputFactory XML = withoutEntities();

  private final XMLStreamReader reader;

  private SoapNotifications(XMLStreamReader reader) {
    this.reader = reader;
  }

  /**
   * Without document types there are no entities, of this machine or of others. The JDK's own
   * parser fails on some document types, and writes what it finds wrong to the standard error.
   */
  private static XMLInputFactory withoutEntities() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The notifications of a body; missing if it is not such a message, or has a document type. */
  static JsonNode read(byte[] body) {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
      return new SoapNotifications(reader).notifications();
    } catch (XMLStreamException e) {
      return MissingNode.getInstance();
    }
  }

  private JsonNode notifications() throws XMLStreamException {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        return MissingNode.getInstance();
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("Notification")
          && NAMESPACE.equals(reader.getNamespaceURI())) {
        found.add(notification());
      }
    }
    return found.isEmpty() ? MissingNode.getInstance() : found;
  }

  private ObjectNode notification() throws XMLStreamException {
    ObjectNode notification = JsonNodeFactory.instance.objectNode();
    while (nextElement()) {
      switch (reader.getLocalName()) {
        case "Id" -> notification.put("id", text().strip());
        case "sObject" -> {
          String type = reader.getAttributeValue(XSI, "type");
          notification.put("type", type == null ? "" : type.replaceFirst("^.*:", ""));
          notification.set("fields", fields());
        }
        default -> text();
      }
    }
    return notification;
  }

  private ObjectNode fields() throws XMLStreamException {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    while (nextElement()) {
      String name = reader.getLocalName();
      boolean isNil = "true".equals(reader.getAttributeValue(XSI, "nil"));
      String text = text();
      if (!isNil) {
        fields.put(name, text);
      }
    }
    return fields;
  }

  /** Goes on to the next element within the one at hand, over whatever else is there. */
  private boolean nextElement() throws XMLStreamException {
    int event = reader.next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      event = reader.next();
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** The text of the element at hand and of all within it; goes on to its end. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        default -> {}
      }
    }
    return text.toString();
  }
}
