package com.asta.workflow.messaging;

import static com.asta.common.messaging.AsyncApi.fields;
import static com.asta.common.messaging.AsyncApi.properties;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.messaging.AsyncApi;
import com.asta.common.service.Json;
import com.asta.workflow.event.ProvisionService;
import com.asta.workflow.event.ProvisioningAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/asyncapi.yaml promises to integrators is what the code sends and takes. */
class AsyncApiTest {
  private static final ObjectNode API = AsyncApi.DOCUMENT;

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
}
