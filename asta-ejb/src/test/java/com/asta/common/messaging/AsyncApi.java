package com.asta.common.messaging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What docs/asyncapi.yaml promises, for the tests that hold the code to it. */
public final class AsyncApi {
  private static final ObjectMapper READER =
      new YAMLMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** The whole document. */
  public static final ObjectNode DOCUMENT = read();

  private AsyncApi() {}

  private static ObjectNode read() {
    try {
      return (ObjectNode) READER.readTree(Path.of("..", "docs", "asyncapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads JSON with exact numbers. */
  public static JsonNode tree(String json) {
    try {
      return READER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema with all others beside it, so that its references lead there. */
  public static JsonSchema schema(String name) {
    ObjectNode root = DOCUMENT.deepCopy();
    root.retain("components");
    root.put("$ref", "#/components/schemas/" + name);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** The fields that a schema names. */
  public static Set<String> properties(String schema) {
    Set<String> names = new TreeSet<>();
    DOCUMENT
        .at("/components/schemas/" + schema + "/properties")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  /** The fields that a message of ours has. */
  public static Set<String> fields(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Numbers are the same whatever zeros they end with. */
  public static void assertSame(JsonNode example, JsonNode written) {
    assertTrue(
        example.equals(AsyncApi::compare, written),
        () -> "promised " + example + ", written " + written);
  }

  private static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue())
        : one.equals(other) ? 0 : 1;
  }
}
