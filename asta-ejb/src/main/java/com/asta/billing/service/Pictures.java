package com.asta.billing.service;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** The pictures of a document as PNG. */
final class Pictures {
  private static final int LOGO_PIXELS = 160;
  private static final int QR_PIXELS = 150;
  private static final byte DARK = 1;

  /**
   * White and black, in this order: PDFBox takes a PNG with a palette as it is, but a grey one only
   * after decoding it, and Java writes a palette that begins with black as grey.
   */
  private static final IndexColorModel WHITE_AND_BLACK =
      new IndexColorModel(1, 2, new byte[] {-1, 0}, new byte[] {-1, 0}, new byte[] {-1, 0});

  static {
    // Small pictures in memory: a cache on disk would only cost.
    ImageIO.setUseCache(false);
  }

  private Pictures() {}

  /** A picture without transparency, small enough to be set thousands of times. */
  static byte[] onWhite(byte[] picture) {
    try {
      BufferedImage source = ImageIO.read(new ByteArrayInputStream(picture));
      BufferedImage image = new BufferedImage(LOGO_PIXELS, LOGO_PIXELS, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, LOGO_PIXELS, LOGO_PIXELS);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
      graphics.drawImage(
          source.getScaledInstance(LOGO_PIXELS, LOGO_PIXELS, java.awt.Image.SCALE_AREA_AVERAGING),
          0,
          0,
          null);
      graphics.dispose();
      return png(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A QR code, black on white. */
  static byte[] qr(String text) {
    try {
      return png(image(matrix(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    }
  }

  private static BitMatrix matrix(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              QR_PIXELS,
              QR_PIXELS,
              Map.of(
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8",
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  0));
    } catch (WriterException e) {
      throw new IllegalArgumentException("Not codable: " + text, e);
    }
  }

  private static BufferedImage image(BitMatrix matrix) {
    int width = matrix.getWidth();
    BufferedImage image =
        new BufferedImage(
            width, matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY, WHITE_AND_BLACK);
    byte[] row = new byte[width];
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        row[x] = matrix.get(x, y) ? DARK : 0;
      }
      image.getRaster().setDataElements(0, y, width, 1, row);
    }
    return image;
  }
}
