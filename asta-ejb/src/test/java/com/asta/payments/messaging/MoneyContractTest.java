package com.asta.payments.messaging;

import static com.asta.common.messaging.AsyncApi.assertSame;
import static com.asta.common.messaging.AsyncApi.fields;
import static com.asta.common.messaging.AsyncApi.properties;
import static com.asta.common.messaging.AsyncApi.schema;
import static com.asta.common.messaging.AsyncApi.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.asta.billing.event.CreditNoteIssued;
import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.common.messaging.AsyncApi;
import com.asta.common.service.Json;
import com.asta.payments.event.PaymentAllocated;
import com.asta.payments.event.PaymentReceived;
import com.asta.payments.event.PaymentsReceived;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/asyncapi.yaml promises of invoices and payments is what the code sends. */
class MoneyContractTest {
  private static final ObjectNode API = AsyncApi.DOCUMENT;

  private static final Map<String, Class<? extends Record>> MESSAGES =
      Map.of(
          "InvoicesIssued", InvoicesIssued.class,
          "CreditNoteIssued", CreditNoteIssued.class,
          "PaymentReceived", PaymentReceived.class,
          "PaymentAllocated", PaymentAllocated.class,
          "PaymentsReceived", PaymentsReceived.class);

  static Stream<String> messages() {
    return MESSAGES.keySet().stream().sorted();
  }

  private static List<ObjectNode> examples(String message) {
    List<ObjectNode> payloads = new ArrayList<>();
    API.at("/components/messages/" + message + "/examples")
        .forEach(each -> payloads.add((ObjectNode) each.get("payload")));
    assertFalse(payloads.isEmpty(), message);
    return payloads;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyExampleMatchesItsSchemaAndIsWhatTheCodeWrites(String message) throws Json.Malformed {
    for (ObjectNode example : examples(message)) {
      assertEquals(Set.of(), schema(message).validate(example), example::toString);
      assertSame(example, tree(Json.write(Json.read(example.toString(), MESSAGES.get(message)))));
    }
  }

  /** The schema says of every field that it is there, and of no other that it may be. */
  @ParameterizedTest
  @MethodSource("messages")
  void theSchemaRefusesWhatLacksAFieldOrHasAnother(String message) {
    for (ObjectNode example : examples(message)) {
      for (String field : fields(MESSAGES.get(message))) {
        ObjectNode without = example.deepCopy();
        without.remove(field);
        assertFalse(schema(message).validate(without).isEmpty(), "without " + field);
      }
      ObjectNode more = example.deepCopy();
      more.put("something", 1);
      assertFalse(schema(message).validate(more).isEmpty(), "with something else");
    }
  }

  @Test
  void theSchemasNameEveryField() {
    MESSAGES.forEach((message, type) -> assertEquals(fields(type), properties(message), message));
    assertEquals(fields(InvoiceIssued.class), properties("InvoiceIssued"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"billing", "payments"})
  void theChannelNamesWhatItsSubsystemPublishes(String subsystem) {
    JsonNode channel = API.at("/channels/" + subsystem + "Events");
    assertEquals("asta." + subsystem + ".events", channel.get("address").asText());
    Set<String> named = new TreeSet<>();
    channel.get("messages").fieldNames().forEachRemaining(named::add);
    Set<String> published =
        MESSAGES.values().stream()
            .filter(type -> type.getPackageName().equals("com.asta." + subsystem + ".event"))
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(published, named);
  }
}
