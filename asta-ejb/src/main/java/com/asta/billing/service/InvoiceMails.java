package com.asta.billing.service;

import com.asta.common.service.MailAttachments;
import com.asta.common.service.Mailer;
import com.asta.common.service.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mails that carry an invoice. The PDF is made when the mail leaves, from the invoice that never
 * changes.
 */
@ApplicationScoped
class InvoiceMails implements MailAttachments {
  private static final Pattern KEY = Pattern.compile("invoice/(\\d{1,18})/\\d{1,9}");
  private static final String BUNDLE = "com.asta.billing.delivery";

  @Inject private Invoices invoices;
  @Inject private InvoicePdf pdf;

  private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

  /** What makes a mail this mail. */
  static String key(long invoiceId, int attempt) {
    return "invoice/" + invoiceId + "/" + attempt;
  }

  /** The mail of one try, in the language of the document. */
  Mailer.Draft mail(Deliveries.Attempt attempt, Operator seller) {
    Deliveries.Parcel parcel = attempt.parcel();
    ResourceBundle texts = texts(parcel.language());
    InvoiceFormat format = new InvoiceFormat(Locale.forLanguageTag(parcel.language()));
    return new Mailer.Draft(
        attempt.mailKey(),
        attempt.recipient(),
        MessageFormat.format(texts.getString("subject"), parcel.number(), seller.name()),
        MessageFormat.format(
            texts.getString(parcel.gross().isZero() ? "nothing" : "text"),
            parcel.number(),
            format.money(parcel.gross()) + " " + parcel.gross().currency(),
            format.date(parcel.dueOn()),
            seller.name(),
            seller.email(),
            seller.phone()));
  }

  @Override
  public Optional<Attachment> of(String uniqueKey) {
    Matcher key = KEY.matcher(uniqueKey);
    return key.matches()
        ? invoices.row(Long.parseLong(key.group(1))).map(this::attachment)
        : Optional.empty();
  }

  private Attachment attachment(InvoiceRow row) {
    byte[] content = pdf.render(InvoiceSheet.of(invoices.document(row), Map.of()), row.language());
    return new Attachment(fileName(row.number()), "application/pdf", content);
  }

  static String fileName(String number) {
    return number.replace('/', '-') + ".pdf";
  }

  private ResourceBundle texts(String language) {
    return bundles.computeIfAbsent(
        language,
        each ->
            ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(each),
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES)));
  }
}
