package com.asta.common.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jobs of this release: {@code jobs.txt} names them, their XML says what they ask for. */
@ApplicationScoped
public class JobKinds {
  private static final Pattern PARAMETER =
      Pattern.compile("#\\{jobParameters\\['([^']+)'\\]\\}(?:\\?:([^;\"]*);)?");

  private List<JobKind> all;

  /** All jobs by name. */
  public synchronized List<JobKind> all() {
    if (all == null) {
      all = text("/com/asta/common/batch/jobs.txt").lines().map(JobKinds::read).toList();
    }
    return all;
  }

  static JobKind read(String name) {
    return new JobKind(name, parameters(text("/META-INF/batch-jobs/" + name + ".xml")));
  }

  static List<JobParameter> parameters(String xml) {
    Map<String, JobParameter> found = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(xml);
    while (matcher.find()) {
      found.putIfAbsent(matcher.group(1), new JobParameter(matcher.group(1), matcher.group(2)));
    }
    return List.copyOf(found.values());
  }

  private static String text(String resource) {
    try (InputStream in = JobKinds.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
