package com.asta.billing.service;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The two fonts of a document, read once and lent to one document at a time: reading a font costs
 * more than setting an invoice, and a read font must not be shared by threads.
 */
final class PdfFonts {
  static final String FAMILY = "Liberation Sans";
  private static final int NORMAL = 400;
  private static final int HEAVY = 700;

  private final byte[] regular;
  private final byte[] bold;
  private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
  private final Queue<Pair> idle = new ConcurrentLinkedQueue<>();

  /** Regular and bold. */
  record Pair(TrueTypeFont regular, TrueTypeFont bold) {}

  PdfFonts(byte[] regular, byte[] bold) {
    this.regular = regular;
    this.bold = bold;
  }

  Pair borrow() throws IOException {
    Pair pair = idle.poll();
    return pair != null ? pair : new Pair(read(regular), read(bold));
  }

  void giveBack(Pair pair) {
    idle.add(pair);
  }

  /** Makes the fonts those of a document. */
  void use(Pair pair, PDDocument document, PdfRendererBuilder builder) throws IOException {
    builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
    builder.useFont(supplier(document, pair.regular()), FAMILY, NORMAL, FontStyle.NORMAL, true);
    builder.useFont(supplier(document, pair.bold()), FAMILY, HEAVY, FontStyle.NORMAL, true);
  }

  private static PDFontSupplier supplier(PDDocument document, TrueTypeFont font)
      throws IOException {
    return new PDFontSupplier(PDType0Font.load(document, font, true));
  }

  private static TrueTypeFont read(byte[] font) throws IOException {
    TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(font));
    // Looking for ligatures in every word cost half of the time and found none.
    read.setEnableGsub(false);
    return read;
  }
}
