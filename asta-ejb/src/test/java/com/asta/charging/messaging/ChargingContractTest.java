package com.asta.charging.messaging;

import static com.asta.common.messaging.AsyncApi.assertSame;
import static com.asta.common.messaging.AsyncApi.fields;
import static com.asta.common.messaging.AsyncApi.properties;
import static com.asta.common.messaging.AsyncApi.schema;
import static com.asta.common.messaging.AsyncApi.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.event.BalanceThresholdCrossed;
import com.asta.charging.event.ChargingAccountStatusChanged;
import com.asta.charging.event.FairUseReached;
import com.asta.charging.event.TariffPublished;
import com.asta.charging.event.UsageImported;
import com.asta.charging.event.UsageRerated;
import com.asta.charging.rules.Explanation;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.GroupAnswer;
import com.asta.charging.service.GroupRequest;
import com.asta.charging.service.SmsMessage;
import com.asta.common.messaging.AsyncApi;
import com.asta.common.service.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/asyncapi.yaml promises about charging is what the code takes and sends. */
class ChargingContractTest {
  private static final ObjectNode API = AsyncApi.DOCUMENT;

  private static final Map<String, Class<? extends Record>> EVENTS =
      Map.of(
          "BalanceThresholdCrossed", BalanceThresholdCrossed.class,
          "ChargingAccountStatusChanged", ChargingAccountStatusChanged.class,
          "SendSms", SmsMessage.class,
          "FairUseReached", FairUseReached.class,
          "TariffPublished", TariffPublished.class,
          "UsageImported", UsageImported.class,
          "UsageRerated", UsageRerated.class);

  static Stream<JsonNode> requests() {
    return examples("ChargingRequest");
  }

  static Stream<JsonNode> answers() {
    return examples("ChargingAnswer");
  }

  private static Stream<JsonNode> examples(String message) {
    JsonNode examples = API.at("/components/messages/" + message + "/examples");
    assertTrue(examples.size() > 0, message);
    return IntStream.range(0, examples.size()).mapToObj(i -> examples.get(i).get("payload"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyExampleOfARequestMatchesItsSchemaAndIsUnderstood(JsonNode example) {
    assertValid("ChargingRequest", example);

    ChargingRequest request = ChargingMessage.read(example.toString());

    assertEquals(example.get("sessionId").asText(), request.sessionId());
    assertEquals(example.get("type").asText(), request.type().name());
    assertEquals(example.path("units").asLong(), request.units());
    assertEquals(example.path("groups").size(), request.groups().size());
    assertEquals(request, ChargingMessage.read(Json.write(request)), "as a Java client writes it");
  }

  @Test
  void thereIsAnExampleOfEveryKindOfRequest() {
    assertEquals(
        names(ChargingRequest.Type.values()),
        requests().map(example -> example.get("type").asText()).collect(toSet()));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyExampleOfAnAnswerMatchesItsSchemaAndIsWhatTheCodeWrites(JsonNode example)
      throws Json.Malformed {
    assertValid("ChargingAnswer", example);

    ChargingAnswer answer = Json.read(example.toString(), ChargingAnswer.class);

    assertSame(example, tree(Json.write(answer)));
    if (answer instanceof Granted granted) {
      assertReadable(granted.explanation());
      granted.groups().forEach(group -> assertReadable(group.explanation()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BalanceThresholdCrossed",
        "ChargingAccountStatusChanged",
        "FairUseReached",
        "SendSms",
        "TariffPublished",
        "UsageImported",
        "UsageRerated"
      })
  void everyExampleOfAnEventMatchesItsSchemaAndIsWhatTheCodeWrites(String event)
      throws Json.Malformed {
    for (JsonNode example : examples(event).toList()) {
      assertValid(event, example);
      assertSame(example, tree(Json.write(Json.read(example.toString(), EVENTS.get(event)))));
    }
    assertEquals(fields(EVENTS.get(event)), properties(event));
  }

  /** What lacks a field, or has another value in it, is taken by both or by neither. */
  @ParameterizedTest
  @MethodSource("requests")
  void theSchemaRefusesWhatTheCodeRefuses(JsonNode example) {
    List<ObjectNode> changed = new ArrayList<>();
    for (String field : fields(ChargingMessage.class)) {
      ObjectNode without = example.deepCopy();
      without.remove(field);
      changed.add(without);
      for (String value :
          List.of("null", "\"\"", "\" \"", "\"x\"", "0", "-1", "1.5", "true", "[]", "{}", "[{}]")) {
        changed.add(((ObjectNode) example.deepCopy()).set(field, tree(value)));
      }
    }
    for (int group = 0; group < example.path("groups").size(); group++) {
      for (String field : fields(GroupRequest.class)) {
        for (String value : List.of("null", "\"\"", "\"x\"", "0", "-1", "7", "1.5", "[]")) {
          ObjectNode copy = example.deepCopy();
          ((ObjectNode) copy.get("groups").get(group)).set(field, tree(value));
          changed.add(copy);
        }
      }
    }
    for (ObjectNode request : changed) {
      assertEquals(faults("ChargingRequest", request), codeRefuses(request), request::toString);
    }
  }

  @Test
  void theSchemasNameEveryFieldAndValue() {
    assertEquals(fields(ChargingMessage.class), properties("ChargingRequest"));
    assertEquals(fields(ChargingRequest.class), properties("ChargingRequest"));
    assertEquals(fields(GroupRequest.class), properties("GroupRequest"));
    assertEquals(fields(GroupAnswer.class), properties("GroupAnswer"));
    Set<String> answers = fields(Granted.class);
    answers.addAll(fields(Refused.class));
    answers.add("result");
    assertEquals(answers, properties("ChargingAnswer"));
    assertEquals(names(ChargingAnswer.Reason.values()), values("ChargingReason/enum"));
    assertEquals(
        names(ChargingRequest.Type.values()), values("ChargingRequest/properties/type/enum"));
    Set<String> services = names(ServiceKind.values());
    services.add("null");
    assertEquals(services, values("Service/enum"));
  }

  private static boolean codeRefuses(JsonNode request) {
    try {
      assertNotEquals(null, ChargingMessage.read(request.toString()));
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static void assertValid(String schema, JsonNode example) {
    assertEquals(Set.of(), schema(schema).validate(example), example::toString);
  }

  private static boolean faults(String schema, JsonNode example) {
    return !schema(schema).validate(example).isEmpty();
  }

  private static void assertReadable(String explanation) {
    if (explanation != null) {
      assertEquals(explanation, Explanation.parse(explanation).encode());
    }
  }

  private static Set<String> values(String path) {
    Set<String> values = new TreeSet<>();
    API.at("/components/schemas/" + path).forEach(value -> values.add(value.asText()));
    return values;
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(toSet());
  }

  private static Collector<String, ?, Set<String>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }
}
