package com.asta.charging.service;

import com.asta.charging.rules.CdrFormat;
import com.asta.charging.rules.MappedCsv;
import com.asta.charging.service.ChargingRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All formats of usage files: those built in, and one for each mapping of a CSV. */
@ApplicationScoped
public class UsageFormats {
  static final String PREFIX = "usage-";

  @Inject private UsageMappings mappings;

  /** Codes of all kinds; also the names of their folders. */
  public List<String> kinds() {
    return Stream.concat(
            Arrays.stream(UsageFileKind.values()).map(UsageFileKind::code),
            mappings.list().stream().map(UsageMapping::kind))
        .toList();
  }

  /**
   * Refuses a kind that there is not.
   *
   * @throws ChargingRefused UNKNOWN_FILE_KIND
   */
  public void check(String kind) {
    if (UsageFileKind.find(kind).isEmpty() && mapping(kind).isEmpty()) {
      throw new ChargingRefused(Reason.UNKNOWN_FILE_KIND, kind);
    }
  }

  /** How a file of a kind is read; empty if its first line is not the header it needs. */
  public Optional<CdrFormat> format(String kind, String firstLine) {
    Optional<UsageFileKind> builtIn = UsageFileKind.find(kind);
    return builtIn.isPresent()
        ? builtIn.get().format(firstLine)
        : mapping(kind)
            .map(UsageMapping::content)
            .map(content -> MappedCsv.on(content, firstLine, UsageFileKind.ORIGIN).format());
  }

  /** How files of a kind are encoded. */
  public Charset charset(String kind) {
    return mapping(kind)
        .map(mapping -> Charset.forName(mapping.content().charset()))
        .orElse(StandardCharsets.UTF_8);
  }

  private Optional<UsageMapping> mapping(String kind) {
    return kind.startsWith(PREFIX) && UsageFileKind.find(kind).isEmpty()
        ? mappings.find(kind.substring(PREFIX.length()))
        : Optional.empty();
  }
}
