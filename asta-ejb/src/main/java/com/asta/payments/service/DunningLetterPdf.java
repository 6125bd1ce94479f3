package com.asta.payments.service;

import com.asta.billing.rules.PaymentCode;
import com.asta.billing.service.PdfPress;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.Json;
import com.asta.common.service.MailAttachments;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sets kept letters as PDF, for people and for the mails they go with. */
@ApplicationScoped
class DunningLetterPdf implements MailAttachments {
  /** A letter as it was kept. */
  record Kept(long customerId, String language, String content) {}

  private final Database sql;
  private final PdfPress press;
  private final DunningWords words;
  private Template template;

  /** For the container's proxy. */
  DunningLetterPdf() {
    this(null, null, null);
  }

  @Inject
  DunningLetterPdf(Database sql, PdfPress press, DunningWords words) {
    this.sql = sql;
    this.press = press;
    this.words = words;
  }

  @PostConstruct
  void load() {
    template = PdfPress.template("/com/asta/payments/letter.ftlh");
  }

  /** The file of a letter's mail. */
  @Override
  public Optional<Attachment> of(String uniqueKey) {
    if (!uniqueKey.startsWith(DunningLetters.MAIL)) {
      return Optional.empty();
    }
    String[] parts = uniqueKey.substring(DunningLetters.MAIL.length()).split("-");
    return find("case_id = ? and level = ?", Long.valueOf(parts[0]), Integer.valueOf(parts[1]))
        .map(
            kept ->
                new Attachment(
                    words.in(kept.language()).say("file") + ".pdf",
                    "application/pdf",
                    printed(kept)));
  }

  Optional<Kept> find(String where, Object... arguments) {
    return sql.first(
        "select customer_id, language, content from payments.dunning_letter where " + where,
        row -> new Kept(row.getLong(1), row.getString(2), row.getString(3)),
        arguments);
  }

  byte[] printed(Kept kept) {
    DunningLetter letter = letter(kept);
    Optional<String> code =
        PaymentCode.text(
            letter.sender().nip(),
            letter.iban(),
            Money.of(letter.toPay(), letter.currency()),
            letter.sender().name(),
            letter.accountNumber());
    return press.print(html(letter, kept.language(), code.isPresent()), code.orElse(null));
  }

  /** The letter's page. */
  String html(DunningLetter letter, String language, boolean qr) {
    DunningWords.In in = words.in(language);
    Map<String, Object> data = new HashMap<>();
    data.put("w", in);
    data.put("t", in.texts());
    data.put("letter", letter);
    data.put("toPay", letter.toPay());
    if (letter.credit().signum() > 0) {
      data.put("credited", letter.credit().negate());
    }
    data.put("heading", in.heading(letter));
    data.put("consequence", in.consequence(letter));
    data.put("questions", in.say("questions", letter.sender().email(), letter.sender().phone()));
    data.put("qr", qr);
    StringWriter html = new StringWriter();
    try {
      template.process(data, html);
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException("A letter to " + letter.accountNumber(), e);
    }
    return html.toString();
  }

  private static DunningLetter letter(Kept kept) {
    try {
      return Json.read(kept.content(), DunningLetter.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("A letter of customer " + kept.customerId(), e);
    }
  }
}
