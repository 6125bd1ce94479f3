package com.asta.common.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobKindsTest {
  /** Whoever adds a job adds its line to jobs.txt. */
  @Test
  void everyJobIsListed() throws IOException {
    Path folder = Path.of("src/main/resources/META-INF/batch-jobs");
    List<String> files = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        files =
            entries
                .map(each -> each.getFileName().toString())
                .filter(each -> each.endsWith(".xml"))
                .map(each -> each.substring(0, each.length() - 4))
                .sorted()
                .toList();
      }
    }
    assertEquals(files, new JobKinds().all().stream().map(JobKind::name).sorted().toList());
  }

  @Test
  void parametersAreReadFromTheJobsXml() {
    String xml =
        "<property name='a' value=\"#{jobParameters['fileId']}\"/>"
            + "<property name='b' value=\"#{jobParameters['size']}?:500;\"/>"
            + "<property name='c' value=\"#{jobParameters['fileId']}\"/>";
    assertEquals(
        List.of(new JobParameter("fileId", null), new JobParameter("size", "500")),
        JobKinds.parameters(xml));
  }
}
