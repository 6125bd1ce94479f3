package com.asta.charging.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Explanation;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRequest;
import com.asta.common.service.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/asyncapi.yaml promises about charging is what the code takes and sends. */
class ChargingContractTest {
  private static final JsonNode API = read();

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("..", "docs", "asyncapi.yaml").toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<JsonNode> requests() {
    return examples("ChargingRequest");
  }

  static Stream<JsonNode> answers() {
    return examples("ChargingAnswer");
  }

  private static Stream<JsonNode> examples(String message) {
    JsonNode examples = API.at("/components/messages/" + message + "/examples");
    assertTrue(examples.size() > 0, message);
    return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
        .map(i -> examples.get(i).get("payload"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyExampleOfARequestIsUnderstood(JsonNode example) {
    ChargingRequest request = ChargingMessage.read(example.toString());

    assertEquals(example.get("sessionId").asText(), request.sessionId());
    assertEquals(example.get("type").asText(), request.type().name());
    assertEquals(example.path("units").asLong(), request.units());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyExampleOfAnAnswerIsReadAndItsExplanationToo(JsonNode example) throws Json.Malformed {
    ChargingAnswer answer = Json.read(example.toString(), ChargingAnswer.class);

    assertEquals(example.get("sessionId").asText(), answer.sessionId());
    if (answer instanceof Granted granted) {
      assertEquals(granted.explanation(), Explanation.parse(granted.explanation()).encode());
    }
    assertEquals(answer, Json.read(Json.write(answer), ChargingAnswer.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sessionId\":\"s\",\"requestNumber\":1,\"type\":\"EVENT_DEBIT\",\"subscriber\":\"1\"}",
        "{\"sessionId\":\"s\",\"requestNumber\":-1,\"type\":\"BALANCE_CHECK\",\"subscriber\":\"1\"}",
        "{\"sessionId\":\"\",\"requestNumber\":1,\"type\":\"BALANCE_CHECK\",\"subscriber\":\"1\"}",
        "{\"sessionId\":\"s\",\"requestNumber\":1,\"type\":\"TOP_UP\",\"subscriber\":\"1\"}",
        "{\"sessionId\":\"s\",\"requestNumber\":1,\"type\":\"EVENT_DEBIT\",\"subscriber\":\"1\","
            + "\"service\":\"VOICE\",\"units\":-5}"
      })
  void whatLacksSomethingIsNoRequest(String json) {
    assertThrows(IllegalArgumentException.class, () -> ChargingMessage.read(json));
  }

  @Test
  void theSchemasNameEveryFieldAndReason() {
    assertEquals(fields(ChargingMessage.class), properties("ChargingRequest"));
    Set<String> answers = fields(Granted.class);
    answers.addAll(fields(Refused.class));
    answers.add("result");
    assertEquals(answers, properties("ChargingAnswer"));
    Set<String> reasons = new TreeSet<>();
    API.at("/components/schemas/ChargingAnswer/properties/reason/enum")
        .forEach(reason -> reasons.add(reason.asText()));
    assertEquals(
        Arrays.stream(ChargingAnswer.Reason.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        reasons);
  }

  private static Set<String> fields(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> properties(String schema) {
    Set<String> names = new TreeSet<>();
    API.at("/components/schemas/" + schema + "/properties")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }
}
