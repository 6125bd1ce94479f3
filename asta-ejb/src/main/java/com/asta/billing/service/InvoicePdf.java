package com.asta.billing.service;

import com.asta.billing.rules.PaymentCode;
import com.asta.common.Iban;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Sets an invoice or a credit note as PDF/A-3: a template, our own logo, embedded fonts, the code
 * for paying, and the e-invoice as an attached file.
 */
@ApplicationScoped
class InvoicePdf {
  private static final String TEMPLATE = "/com/asta/billing/invoice.ftlh";
  static final String WORDS = "com.asta.billing.invoice";
  static final ResourceBundle.Control NO_GUESS =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Map<String, Map<String, String>> words = new HashMap<>();
  private final PdfPress press;
  private Template template;

  /** For the container's proxy. */
  InvoicePdf() {
    this(null);
  }

  @Inject
  InvoicePdf(PdfPress press) {
    this.press = press;
  }

  @PostConstruct
  void load() {
    words.put("pl", words(Locale.forLanguageTag("pl")));
    words.put("en", words(Locale.ENGLISH));
    template = PdfPress.template(TEMPLATE);
  }

  /** The document in Polish ({@code pl}) or English. */
  byte[] render(InvoiceSheet sheet, String language) {
    InvoiceDocument invoice = sheet.invoice();
    Optional<String> code = sheet.statement() ? Optional.empty() : code(invoice);
    String html = html(sheet, "pl".equals(language) ? "pl" : "en", code.isPresent());
    return press.print(
        html,
        code.orElse(null),
        document -> {
          if (!sheet.statement()) {
            attachXml(document, invoice);
          }
        });
  }

  private static void attachXml(PDDocument document, InvoiceDocument invoice) throws IOException {
    InvoiceRow head = invoice.head();
    PdfArchive.attach(
        document,
        head.number().replace('/', '-') + ".xml",
        "UBL 2.1, EN 16931: " + head.number(),
        EInvoice.xml(invoice),
        head.issuedOn());
  }

  private String html(InvoiceSheet sheet, String language, boolean qr) {
    InvoiceDocument invoice = sheet.invoice();
    Party seller = invoice.seller();
    Map<String, String> texts = words.get(language);
    Map<String, Object> data = new HashMap<>();
    data.put("language", language);
    data.put("t", texts);
    data.put("f", new InvoiceFormat(Locale.forLanguageTag(language)));
    data.put("sheet", sheet);
    data.put("invoice", invoice);
    data.put("currency", invoice.head().gross().currency());
    data.put("qr", qr);
    data.put("iban", Iban.parse(seller.iban()).map(Iban::spaced).orElse(seller.iban()));
    data.put("reference", reference(invoice));
    data.put("thanks", MessageFormat.format(texts.get("thanks"), seller.email(), seller.phone()));
    StringWriter html = new StringWriter();
    try {
      template.process(data, html);
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException("Invoice " + invoice.head().number(), e);
    }
    return html.toString();
  }

  private static Map<String, String> words(Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle(WORDS, locale, NO_GUESS);
    Map<String, String> texts = new TreeMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return texts;
  }

  private static Optional<String> code(InvoiceDocument invoice) {
    Party seller = invoice.seller();
    return invoice.isCreditNote()
        ? Optional.empty()
        : PaymentCode.text(
            seller.nip(), seller.iban(), invoice.head().gross(), seller.name(), reference(invoice));
  }

  private static String reference(InvoiceDocument invoice) {
    return invoice.head().number() + " " + invoice.head().accountNumber();
  }
}
