package com.asta.billing.service;

import com.asta.billing.rules.PaymentCode;
import com.asta.common.Iban;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
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

/** Sets an invoice as a PDF: a template, our own logo, embedded fonts, the code for paying. */
@ApplicationScoped
class InvoicePdf {
  private static final String TEMPLATE = "/com/asta/billing/invoice.ftlh";
  private static final String FONT = "Liberation Sans";

  private final FSCacheEx<String, FSCacheValue> fontMetrics = new FSDefaultCacheStore();
  private Template template;
  private byte[] regular;
  private byte[] bold;
  private byte[] logo;

  @PostConstruct
  void load() {
    regular = bytes("/liberation/LiberationSans-Regular.ttf");
    bold = bytes("/liberation/LiberationSans-Bold.ttf");
    logo = bytes("/com/asta/billing/logo.png");
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
  byte[] render(InvoiceDocument invoice, String language) {
    Locale locale = Locale.forLanguageTag("pl".equals(language) ? "pl" : "en");
    Optional<String> code = code(invoice);
    String html = html(invoice, locale, code.isPresent());
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, fontMetrics);
      builder.useFont(() -> stream(regular), FONT, 400, FontStyle.NORMAL, true);
      builder.useFont(() -> stream(bold), FONT, 700, FontStyle.NORMAL, true);
      FSStreamFactory pictures =
          uri -> new Picture(uri.endsWith("qr") ? QrPicture.png(code.orElseThrow()) : logo);
      builder.useProtocolsStreamImplementation(pictures, "asta");
      builder.useUriResolver((base, uri) -> "asta:" + uri);
      builder.withProducer("Asta Sales");
      builder.withHtmlContent(html, null);
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Invoice " + invoice.head().number(), e);
    }
  }

  /** A picture the template names. */
  private record Picture(byte[] png) implements FSStream {
    @Override
    public InputStream getStream() {
      return stream(png);
    }

    @Override
    public Reader getReader() {
      throw new UnsupportedOperationException("A picture is no text");
    }
  }

  private String html(InvoiceDocument invoice, Locale locale, boolean qr) {
    ResourceBundle bundle = ResourceBundle.getBundle("com.asta.billing.invoice", locale, NO_GUESS);
    Map<String, String> texts = new TreeMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    Party seller = invoice.seller();
    Map<String, Object> data = new HashMap<>();
    data.put("language", locale.getLanguage());
    data.put("t", texts);
    data.put("f", new InvoiceFormat(locale));
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

  private static final ResourceBundle.Control NO_GUESS =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static Optional<String> code(InvoiceDocument invoice) {
    Party seller = invoice.seller();
    return PaymentCode.text(
        seller.nip(), seller.iban(), invoice.head().gross(), seller.name(), reference(invoice));
  }

  private static String reference(InvoiceDocument invoice) {
    return invoice.head().number() + " " + invoice.head().accountNumber();
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
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
