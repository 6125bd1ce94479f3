package com.asta.marketing.service;

import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.PublicAddress;
import com.asta.customers.service.CustomerCard;
import com.asta.marketing.model.Campaign;
import com.asta.marketing.rules.MergeField;
import com.asta.marketing.rules.MergeText;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the mail one recipient gets: the marketer's text with its fields filled in, framed by the
 * installation's own template. The marketer's text is never a template.
 */
@Dependent
class Letters {
  private static final Configuration TEMPLATES = templates();

  @Inject private OperatorProfile profile;
  @Inject private Links links;

  /** The mail for a customer, in the customer's language. */
  MailText write(Campaign campaign, CustomerCard customer) {
    String language = "en".equals(customer.language()) ? "en" : "pl";
    Operator operator = profile.operator();
    String leave =
        campaign.getId() == null
            ? PublicAddress.of("/public/unsubscribe.xhtml")
            : links.unsubscribe(campaign.getId(), customer.id());
    Map<MergeField, String> values = values(campaign, customer, operator);
    List<String> paragraphs =
        new MergeText(campaign.getBody(language))
            .paragraphs().stream().map(each -> each.filled(marked(values))).toList();
    String survey = values.getOrDefault(MergeField.SURVEY_LINK, "");
    return new MailText(
        new MergeText(campaign.getSubject(language)).filled(values),
        text(paragraphs, survey, leave, language, operator),
        html(paragraphs, survey, leave, language, operator));
  }

  private Map<MergeField, String> values(
      Campaign campaign, CustomerCard customer, Operator operator) {
    Map<MergeField, String> values = new EnumMap<>(MergeField.class);
    values.put(
        MergeField.FIRST_NAME,
        Objects.requireNonNullElse(customer.givenName(), customer.displayName()));
    values.put(MergeField.NAME, customer.displayName());
    values.put(MergeField.CITY, Objects.requireNonNullElse(customer.city(), ""));
    values.put(MergeField.OPERATOR, operator.name());
    if (campaign.getSurveyId() != null) {
      values.put(MergeField.SURVEY_LINK, links.survey(campaign.getSurveyId(), customer.id()));
    }
    return values;
  }

  /** In paragraphs the survey's link becomes a mark, which HTML shows as a button. */
  private static Map<MergeField, String> marked(Map<MergeField, String> values) {
    Map<MergeField, String> marked = new EnumMap<>(values);
    marked.computeIfPresent(MergeField.SURVEY_LINK, (field, link) -> "\u0001");
    return marked;
  }

  private static String text(
      List<String> paragraphs, String survey, String leave, String language, Operator operator) {
    String body = String.join("\n\n", paragraphs).replace("\u0001", survey);
    return body
        + "\n\n--\n"
        + operator.name()
        + ", "
        + operator.street()
        + ", "
        + operator.postalCode()
        + " "
        + operator.city()
        + "\n"
        + ("en".equals(language)
            ? "You no longer want such mail? "
            : "Nie chcesz takich wiadomości? ")
        + leave
        + "\n";
  }

  private static String html(
      List<String> paragraphs, String survey, String leave, String language, Operator operator) {
    Map<String, Object> model =
        Map.of(
            "language", language,
            "paragraphs", paragraphs,
            "mark", "\u0001",
            "survey", survey,
            "leave", leave,
            "operatorName", operator.name(),
            "operatorAddress",
                operator.street() + ", " + operator.postalCode() + " " + operator.city());
    StringWriter out = new StringWriter();
    try {
      TEMPLATES.getTemplate("campaign-mail.ftlh").process(model, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("The campaign's mail template failed", e);
    }
    return out.toString();
  }

  private static Configuration templates() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Letters.class, "");
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setLogTemplateExceptions(false);
    return configuration;
  }
}
