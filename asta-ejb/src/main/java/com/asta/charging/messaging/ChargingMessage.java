package com.asta.charging.messaging;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.GroupRequest;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The JSON body of a charging request; fields as in {@link ChargingRequest}. Read strictly: what is
 * written twice, of another type or followed by something else is no request. Fields that are not
 * known are skipped.
 */
record ChargingMessage(
    String sessionId,
    Integer requestNumber,
    ChargingRequest.Type type,
    String subscriber,
    ServiceKind service,
    String destination,
    Long units,
    Instant at,
    String voucher,
    List<GroupRequest> groups,
    Integer refundOf) {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int LONGEST_TEXT = 64;

  /** ISO 8601 with an offset; a bare number could mean seconds as well as milliseconds. */
  private static final class InstantText extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantText() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      String text = parser.getText();
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not ISO 8601");
      }
    }
  }

  private static final ObjectReader READER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfigDefaults(
              config ->
                  config
                      .setAcceptBlankAsEmpty(false)
                      .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.String, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build()
          .readerFor(ChargingMessage.class);

  /**
   * The request that a text holds.
   *
   * @throws IllegalArgumentException saying what is missing or wrong
   */
  static ChargingRequest read(String text) {
    try {
      ChargingMessage message = READER.readValue(text);
      if (message == null) {
        throw new IllegalArgumentException("The body is empty");
      }
      return message.request();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(said(e), e);
    }
  }

  /** The refusal of a text that holds none, under as much of its name as can be read. */
  static ChargingAnswer malformed(String text, String fault) {
    String sessionId = "";
    int number = 0;
    try (JsonParser parser = READER.createParser(text == null ? "" : text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String field = parser.currentName();
          JsonToken value = parser.nextToken();
          if (field.equals("sessionId") && value == JsonToken.VALUE_STRING) {
            sessionId = shortened(parser.getText());
          } else if (field.equals("requestNumber") && value == JsonToken.VALUE_NUMBER_INT) {
            number = parser.getIntValue();
          } else {
            parser.skipChildren();
          }
        }
      }
    } catch (IOException e) {
      // The rest is not readable; what was read so far is the name.
    }
    return new Refused(sessionId, number, Reason.MALFORMED, fault, null);
  }

  private ChargingRequest request() {
    if (requestNumber == null) {
      throw new IllegalArgumentException("requestNumber is missing");
    }
    clean("sessionId", sessionId);
    clean("subscriber", subscriber);
    clean("destination", destination);
    clean("voucher", voucher);
    if (groups != null) {
      for (GroupRequest group : groups) {
        if (group == null) {
          throw new IllegalArgumentException("groups has a null");
        }
        clean("ratingGroup", group.ratingGroup());
        clean("destination", group.destination());
      }
    }
    if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST))) {
      throw new IllegalArgumentException("at must be within this century, was: " + at);
    }
    return new ChargingRequest(
        sessionId,
        requestNumber,
        type,
        subscriber,
        service,
        destination,
        units == null ? 0 : units,
        at,
        voucher,
        groups,
        refundOf);
  }

  /** No database takes NUL, no screen shows half a surrogate pair. */
  private static void clean(String field, String value) {
    if (value == null) {
      return;
    }
    if (value.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          field + " must have at most " + LONGEST_TEXT + " characters, has " + value.length());
    }
    if (value.codePoints().anyMatch(ChargingMessage::unprintable)) {
      throw new IllegalArgumentException(field + " has characters that cannot be printed");
    }
  }

  private static boolean unprintable(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || !Character.isDefined(codePoint);
  }

  private static String said(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return shortened(problem(e)) + where;
  }

  private static String problem(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return refused.getMessage();
    }
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      Class<?> type = mismatch.getTargetType();
      if (!path.isEmpty()) {
        return path + " must be " + expected(type);
      } else if (!e.getOriginalMessage().startsWith("Trailing")) {
        return "The body must be a JSON object";
      }
    }
    return (path.isEmpty() ? "" : path + ": ") + e.getOriginalMessage();
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    } else if (type == Long.class || type == Integer.class) {
      return "a whole number";
    } else if (type == Instant.class) {
      return "a time such as 2026-11-23T10:15:00Z";
    } else if (type == String.class) {
      return "a text";
    }
    return List.class.isAssignableFrom(type) ? "a list" : "a JSON object";
  }

  private static String shortened(String text) {
    int longest = 4 * LONGEST_TEXT;
    return text.length() > longest ? text.substring(0, longest) + "…" : text;
  }
}
