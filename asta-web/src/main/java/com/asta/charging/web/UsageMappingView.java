package com.asta.charging.web;

import com.asta.charging.rules.CdrLine;
import com.asta.charging.rules.CsvMapping;
import com.asta.charging.rules.CsvMapping.SkipTest;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.UsageMapping;
import com.asta.charging.service.UsageMappingService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Maps the columns of a CSV to usage, with the first lines of a sample as they would be read. */
@Named
@ViewScoped
public class UsageMappingView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> CHARSETS =
      List.of("UTF-8", "windows-1250", "windows-1252", "ISO-8859-1", "ISO-8859-2");
  private static final List<String> TIME_FORMATS =
      List.of(
          CsvMapping.ISO,
          CsvMapping.EPOCH,
          CsvMapping.EPOCH_MILLIS,
          "dd.MM.uuuu HH:mm:ss",
          "uuuuMMddHHmmss",
          "M/d/uuuu h:mm:ss a");

  /** A line of the preview; one of usage, fault and skipped says what it is. */
  public record Line(
      int number, String raw, CdrLine.Usage usage, CdrLine.Faulty fault, boolean skipped) {}

  @Inject private UsageMappingService mappings;

  private Long id;
  private String code;
  private String name;
  private MappingEdit edit = new MappingEdit();
  private byte[] sample;
  private transient Part file;
  private transient UsageMappingService.Preview preview;

  /** Loads a saved mapping. */
  public void load() {
    if (id != null && sample == null) {
      UsageMapping saved = mappings.mapping(id);
      code = saved.code();
      name = saved.name();
      edit = MappingEdit.of(saved.content());
      sample = saved.sample();
    }
  }

  /** Reads a new sample. */
  public void read() throws IOException {
    if (file == null || file.getSize() == 0) {
      Messages.error(null, "charging", "usage.nofile");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      sample = content.readNBytes(UsageMappingService.SAMPLE_OCTETS);
    }
    if (id == null) {
      String text = new String(sample, StandardCharsets.UTF_8);
      edit = MappingEdit.guessed(text.lines().findFirst().orElse(""));
    }
    preview = null;
  }

  /** Shows the sample as the mapping reads it now. */
  public void show() {
    preview = null;
  }

  /** Saves the mapping as a kind of import. */
  public String save() {
    String title = name == null || name.isBlank() ? code : name.strip();
    if (id == null) {
      id = mappings.add(code, title, edit.mapping(), sample);
    } else {
      mappings.change(id, title, edit.mapping(), sample);
    }
    Messages.done("charging", "mapping.saved", title);
    return "/charging/usage-mapping.xhtml?faces-redirect=true&id=" + id;
  }

  public UsageMappingService.Preview getPreview() {
    if (preview == null) {
      preview = mappings.preview(edit.mapping(), sample);
    }
    return preview;
  }

  /** Names of the sample's columns. */
  public List<String> getColumns() {
    return getPreview().columns();
  }

  public List<Line> getLines() {
    return getPreview().lines().stream().map(UsageMappingView::line).toList();
  }

  private static Line line(UsageMappingService.Line line) {
    CdrLine content = line.content();
    return new Line(
        line.number(),
        line.raw(),
        content instanceof CdrLine.Usage usage ? usage : null,
        content instanceof CdrLine.Faulty fault ? fault : null,
        content instanceof CdrLine.NotChargeable);
  }

  public boolean isSampled() {
    return sample != null;
  }

  public List<String> getCharsets() {
    return CHARSETS;
  }

  public List<String> getTimeFormats() {
    return TIME_FORMATS;
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }

  public SkipTest[] getSkipTests() {
    return SkipTest.values();
  }

  public MappingEdit getEdit() {
    return edit;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
