package com.asta.billing.service;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Sets a page of HTML as PDF/A-3 with our fonts. A template names two pictures: {@code logo}, the
 * brand's, and {@code qr}, the code for paying.
 */
@ApplicationScoped
public class PdfPress {
  private static final int BYTES = 65_536;

  private PdfFonts fonts;
  private byte[] logo;

  /** What is done to the set document before it is written. */
  @FunctionalInterface
  interface Finish {
    void apply(PDDocument document) throws IOException;
  }

  /** A picture a template names. */
  private record Picture(byte[] png) implements FSStream {
    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(png);
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
    }
  }

  @PostConstruct
  void load() {
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    fonts =
        new PdfFonts(
            bytes("/liberation/LiberationSans-Regular.ttf"),
            bytes("/liberation/LiberationSans-Bold.ttf"));
    logo = Pictures.onWhite(bytes("/com/asta/billing/logo.png"));
  }

  /** A template that can call nothing but what it is given. */
  public static Template template(String resource) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    try (Reader reader =
        new InputStreamReader(
            PdfPress.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      return new Template(resource.substring(resource.lastIndexOf('/') + 1), reader, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /**
   * Sets a document.
   *
   * @param code text of the QR code; null if the page has none
   */
  public byte[] print(String html, String code) {
    return print(html, code, document -> {});
  }

  /**
   * The libraries look for XML parsers and transformers in the thread's class loader, a dozen times
   * a document: the platform's loader answers at once with Java's own.
   */
  byte[] print(String html, String code, Finish finish) {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return set(html, code, finish);
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  private byte[] set(String html, String code, Finish finish) {
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
        PdfArchive.declare(
            document, renderer.getDocument().getDocumentElement().getAttribute("lang"));
        finish.apply(document);
        document.save(out);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A document could not be set", e);
    } finally {
      if (pair != null) {
        fonts.giveBack(pair);
      }
    }
  }

  private PdfRendererBuilder builder(String html, String code) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useColorProfile(PdfArchive.COLOURS);
    FSStreamFactory pictures = uri -> new Picture(uri.endsWith("qr") ? Pictures.qr(code) : logo);
    builder.useProtocolsStreamImplementation(pictures, "asta");
    builder.useUriResolver((base, uri) -> "asta:" + uri);
    builder.withProducer("Asta Sales");
    builder.withHtmlContent(html, null);
    return builder;
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = PdfPress.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
