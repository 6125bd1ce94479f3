package com.asta.billing.service;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Finds texts of a page that stand on one another or beyond its margins. */
final class TextCollisions extends PDFTextStripper {
  /** Points; kerning and italics come nearer than a glyph's width. */
  private static final double SLACK = 1;

  /** Points, of A4. */
  private static final double LEFT = 56;

  private static final double RIGHT = 595.3 - 48;

  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  private record Glyph(String text, double left, double right, double base, double height) {
    /** On each other by half of the smaller one's height. */
    boolean meets(Glyph other) {
      double over = Math.min(base, other.base) - Math.max(base - height, other.base - other.height);
      return over > Math.min(height, other.height) / 2
          && left < other.right - SLACK
          && other.left < right - SLACK;
    }
  }

  private TextCollisions() {
    setSuppressDuplicateOverlappingText(false);
  }

  /** What collides, page by page; empty if nothing does. */
  static List<String> of(byte[] pdf) throws IOException {
    TextCollisions collisions = new TextCollisions();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      collisions.writeText(document, new StringWriter());
    }
    return collisions.found;
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    super.processTextPosition(text);
    if (!text.getUnicode().isBlank()) {
      glyphs.add(
          new Glyph(
              text.getUnicode(),
              text.getXDirAdj(),
              text.getXDirAdj() + text.getWidthDirAdj(),
              text.getYDirAdj(),
              text.getHeightDir()));
    }
  }

  @Override
  protected void writePage() throws IOException {
    super.writePage();
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      if (glyph.left() < LEFT || glyph.right() > RIGHT) {
        found.add("page " + getCurrentPageNo() + ", beyond a margin: " + around(i));
      }
      for (int j = 0; j < i; j++) {
        if (glyph.meets(glyphs.get(j))) {
          found.add("page " + getCurrentPageNo() + ": " + around(i) + " / " + around(j));
        }
      }
    }
    glyphs.clear();
  }

  private String around(int at) {
    StringBuilder text = new StringBuilder();
    glyphs
        .subList(Math.max(0, at - 8), Math.min(glyphs.size(), at + 8))
        .forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }
}
