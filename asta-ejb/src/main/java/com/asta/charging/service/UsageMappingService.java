package com.asta.charging.service;

import com.asta.charging.rules.CdrLine;
import com.asta.charging.rules.CsvMapping;
import com.asta.charging.rules.MappedCsv;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Json;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Mappings of CSV files to usage: tried on a sample, then saved as a kind of import. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.PRODUCT_MANAGER, Roles.ADMIN, Roles.SYSTEM})
public class UsageMappingService {
  /** Octets kept of a sample. */
  public static final int SAMPLE_OCTETS = 65_536;

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final int LINES = 20;
  private static final String SUBJECT = "UsageMapping";

  /**
   * A sample as a mapping reads it.
   *
   * @param columns names of the columns, by which the mapping calls them
   * @param lines the first ones with what they are; none while the mapping has a flaw
   */
  public record Preview(List<String> columns, CsvMapping.Flaw flaw, List<Line> lines) {}

  /** A line of the sample. */
  public record Line(int number, String raw, CdrLine content) {}

  @Inject private UsageMappings mappings;
  @Inject private AuditLog audit;

  /** All mappings by their codes. */
  @RolesAllowed({Roles.OPERATOR, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<UsageMapping> list() {
    return mappings.list();
  }

  /** One mapping. */
  public UsageMapping mapping(long id) {
    return mappings
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("No mapping of usage " + id));
  }

  /** What a mapping makes of a sample. */
  public Preview preview(CsvMapping mapping, byte[] sample) {
    List<String> lines = lines(mapping, sample);
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (mapping.flaw() == CsvMapping.Flaw.SEPARATOR) {
      return new Preview(List.of(), CsvMapping.Flaw.SEPARATOR, List.of());
    }
    MappedCsv.Fit fit = MappedCsv.on(mapping, first, UsageFileKind.ORIGIN);
    List<Line> read = new ArrayList<>();
    for (int i = mapping.header() ? 1 : 0; i < lines.size() && read.size() < LINES; i++) {
      String line = lines.get(i);
      read.add(new Line(i + 1, line, fit.flaw() == null ? fit.format().read(line) : null));
    }
    return new Preview(MappedCsv.names(mapping, first), fit.flaw(), read);
  }

  /**
   * Saves a new mapping.
   *
   * @throws ChargingRefused WRONG_CODE, CODE_TAKEN, MAPPING_FAULTY with its flaw
   */
  public long add(String code, String name, CsvMapping content, byte[] sample) {
    check(content, sample);
    if (code == null || !CODE.matcher(code).matches()) {
      throw new ChargingRefused(Reason.WRONG_CODE, code);
    }
    if (UsageFileKind.find(UsageFormats.PREFIX + code).isPresent()) {
      throw new ChargingRefused(Reason.CODE_TAKEN, code);
    }
    long id =
        mappings
            .add(code, name, content, kept(sample))
            .orElseThrow(() -> new ChargingRefused(Reason.CODE_TAKEN, code));
    audit.record(SUBJECT, id, "created", "content", null, Json.write(content));
    return id;
  }

  /**
   * Changes a mapping; files read from now on, and suspended lines tried again, follow it.
   *
   * @throws ChargingRefused MAPPING_FAULTY with its flaw
   */
  public void change(long id, String name, CsvMapping content, byte[] sample) {
    check(content, sample);
    UsageMapping old = mapping(id);
    mappings.change(id, name, content, kept(sample));
    audit.change(SUBJECT, id, "name", old.name(), name);
    audit.change(SUBJECT, id, "content", Json.write(old.content()), Json.write(content));
  }

  private void check(CsvMapping content, byte[] sample) {
    Preview preview = preview(content, sample);
    if (preview.flaw() != null) {
      throw new ChargingRefused(Reason.MAPPING_FAULTY, preview.flaw());
    }
  }

  private static byte[] kept(byte[] sample) {
    return Arrays.copyOf(sample, Math.min(sample.length, SAMPLE_OCTETS));
  }

  private static List<String> lines(CsvMapping mapping, byte[] sample) {
    Charset charset =
        mapping.flaw() == CsvMapping.Flaw.CHARSET
            ? StandardCharsets.UTF_8
            : Charset.forName(mapping.charset());
    return new String(kept(sample), charset)
        .replace('\0', '\uFFFD')
        .lines()
        .limit(LINES + 1)
        .toList();
  }
}
