package com.asta.workflow.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.Json;
import com.asta.workflow.event.ProvisionService;
import com.asta.workflow.event.ProvisioningAnswer;
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

/** What docs/asyncapi.yaml promises to integrators is what the code sends and takes. */
class AsyncApiTest {
  private static final JsonNode API = read();

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("..", "docs", "asyncapi.yaml").toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<JsonNode> commands() {
    return examples("ProvisionService");
  }

  static Stream<JsonNode> answers() {
    return examples("ProvisioningAnswer");
  }

  private static Stream<JsonNode> examples(String message) {
    JsonNode examples = API.at("/components/messages/" + message + "/examples");
    assertTrue(examples.size() > 0, message);
    return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
        .map(i -> examples.get(i).get("payload"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyExampleOfACommandIsWhatIsSent(JsonNode example) throws Json.Malformed {
    ProvisionService command = Json.read(example.toString(), ProvisionService.class);

    assertEquals(example.toString(), Json.write(command));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyExampleOfAnAnswerIsUnderstood(JsonNode example) {
    NetworkAnswer answer = NetworkAnswer.read(example.toString(), null);

    assertTrue(answer.isUnderstood());
    assertEquals("order-" + example.get("orderId").asLong(), answer.businessKey());
  }

  @Test
  void theSchemasNameEveryField() {
    assertEquals(fields(ProvisionService.class), properties("ProvisionService"));
    assertEquals(fields(ProvisioningAnswer.class), properties("ProvisioningAnswer"));
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
