package com.asta.charging.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.event.BalanceThresholdCrossed;
import com.asta.charging.event.ChargingAccountStatusChanged;
import com.asta.charging.service.SmsMessage;
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
import org.junit.jupiter.api.Test;

/** What docs/asyncapi.yaml promises about balances is what the code sends. */
class BalanceContractTest {
  @Test
  void smsMessagesAreDocumented() throws Exception {
    documented("SendSms", SmsMessage.class);
  }

  @Test
  void crossedThresholdsAreDocumented() throws Exception {
    documented("BalanceThresholdCrossed", BalanceThresholdCrossed.class);
  }

  @Test
  void changesOfStatusAreDocumented() throws Exception {
    documented("ChargingAccountStatusChanged", ChargingAccountStatusChanged.class);
  }

  /** The example is read back whole, and the schema names every field. */
  private static void documented(String name, Class<? extends Record> type)
      throws IOException, Json.Malformed {
    JsonNode api = new YAMLMapper().readTree(Path.of("..", "docs", "asyncapi.yaml").toFile());
    Set<String> described = new TreeSet<>();
    api.at("/components/schemas/" + name + "/properties")
        .fieldNames()
        .forEachRemaining(described::add);
    Set<String> fields =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(fields, described);
    JsonNode examples = api.at("/components/messages/" + name + "/examples");
    assertTrue(examples.size() > 0, name);
    for (JsonNode example : examples) {
      Record read = Json.read(example.get("payload").toString(), type);
      assertEquals(read, Json.read(Json.write(read), type));
    }
  }
}
