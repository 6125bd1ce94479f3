package com.asta.marketing.service;

import com.asta.common.OperatorZone;
import com.asta.marketing.model.Survey;
import com.asta.marketing.rules.Question;
import com.asta.marketing.service.Surveys.ExportedAnswer;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the responses of a survey as CSV: a line a response, a column a question. */
class SurveyExport {
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String FORMULA_START = "=+-@\t\r";

  private final Surveys surveys;
  private final String language;

  SurveyExport(Surveys surveys, String language) {
    this.surveys = surveys;
    this.language = language;
  }

  void write(Survey survey, Writer out) {
    List<Question> questions = Surveys.questionnaire(survey).questions();
    Map<Long, List<ExportedAnswer>> responses =
        surveys.export(survey.getId()).stream()
            .collect(
                Collectors.groupingBy(ExportedAnswer::response, TreeMap::new, Collectors.toList()));
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      List<String> header = new ArrayList<>(List.of("response", "answered_at", "language"));
      questions.forEach(question -> header.add(question.text(language)));
      csv.writeRecord(header);
      responses.forEach((id, answers) -> csv.writeRecord(line(id, answers, questions)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> line(long id, List<ExportedAnswer> answers, List<Question> questions) {
    ExportedAnswer first = answers.get(0);
    List<String> fields = new ArrayList<>();
    fields.add(String.valueOf(id));
    fields.add(AT.format(first.at().atZone(OperatorZone.ID)));
    fields.add(first.language());
    for (int i = 0; i < questions.size(); i++) {
      int question = i;
      fields.add(
          answers.stream()
              .filter(each -> each.question() != null && each.question() == question)
              .map(each -> value(each, questions.get(question)))
              .collect(Collectors.joining("; ")));
    }
    return fields;
  }

  private String value(ExportedAnswer answer, Question question) {
    if (answer.text() != null) {
      return harmless(answer.text());
    }
    return question.kind().hasChoices()
        ? harmless(question.choices(language).get(answer.choice()))
        : String.valueOf(answer.choice());
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_START.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
