package com.asta.billing.service;

import com.asta.billing.rules.PaymentCode;
import com.asta.common.Iban;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Sets an invoice or a credit note as PDF/A-3: a template, our own logo, embedded fonts, the code
 * for paying, and the e-invoice as an attached file.
 */
@ApplicationScoped
class InvoicePdf {
  private static final String TEMPLATE = "/com/asta/billing/invoice.ftlh";
  static final String WORDS = "com.asta.billing.invoice";
  private static final int BYTES = 65_536;
  static final ResourceBundle.Control NO_GUESS =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Map<String, Map<String, String>> words = new HashMap<>();
  private Template template;
  private PdfFonts fonts;
  private byte[] logo;

  @PostConstruct
  void load() {
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    fonts =
        new PdfFonts(
            bytes("/liberation/LiberationSans-Regular.ttf"),
            bytes("/liberation/LiberationSans-Bold.ttf"));
    logo = Pictures.onWhite(bytes("/com/asta/billing/logo.png"));
    words.put("pl", words(Locale.forLanguageTag("pl")));
    words.put("en", words(Locale.ENGLISH));
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    try (Reader reader =
        new InputStreamReader(
            InvoicePdf.class.getResourceAsStream(TEMPLATE), StandardCharsets.UTF_8)) {
      template = new Template("invoice.ftlh", reader, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(TEMPLATE, e);
    }
  }

  /** The document in Polish ({@code pl}) or English. */
  byte[] render(InvoiceSheet sheet, String language) {
    InvoiceDocument invoice = sheet.invoice();
    Optional<String> code = code(invoice);
    String html = html(sheet, "pl".equals(language) ? "pl" : "en", code.isPresent());
    PdfFonts.Pair pair = null;
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES)) {
      pair = fonts.borrow();
      PdfRendererBuilder builder = builder(html, code);
      builder.usePDDocument(document);
      fonts.use(pair, document, builder);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        attachXml(document, invoice);
        document.save(out);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Invoice " + invoice.head().number(), e);
    } finally {
      if (pair != null) {
        fonts.giveBack(pair);
      }
    }
  }

  private PdfRendererBuilder builder(String html, Optional<String> code) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
    builder.useColorProfile(PdfArchive.COLOURS);
    FSStreamFactory pictures =
        uri -> new Picture(uri.endsWith("qr") ? Pictures.qr(code.orElseThrow()) : logo);
    builder.useProtocolsStreamImplementation(pictures, "asta");
    builder.useUriResolver((base, uri) -> "asta:" + uri);
    builder.withProducer("Asta Sales");
    builder.withHtmlContent(html, null);
    return builder;
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

  /** A picture the template names. */
  private record Picture(byte[] png) implements FSStream {
    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(png);
    }

    @Override
    public Reader getReader() {
      throw new UnsupportedOperationException("A picture is no text");
    }
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

  private static byte[] bytes(String resource) {
    try (InputStream in = InvoicePdf.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
