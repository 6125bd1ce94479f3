package com.asta.billing.service;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Merges letters one at a time into one PDF of a ZIP. What is set waits in a temporary file; only
 * the pages' outlines stay in memory, and so that these do not grow without end, a run of more
 * letters than a volume holds goes into several. Pages follow each other as they are; who prints on
 * both sides begins each letter anew by its place in the manifest.
 */
final class PrintVolumes {
  /** Letters in one volume. */
  static final int LETTERS = 1_000;

  private final ZipOutputStream zip;
  private final int most;
  private final PDFMergerUtility merger = new PDFMergerUtility();

  private PDDocument volume;
  private int volumes;
  private int letters;

  PrintVolumes(ZipOutputStream zip, int most) {
    this.zip = zip;
    this.most = most;
  }

  /**
   * Where a letter is.
   *
   * @param firstPage counted from 1
   */
  record Place(String file, int firstPage, int pages) {}

  /** Puts a letter behind the last one. Its attached e-invoice is left out: it is for paper. */
  Place add(byte[] pdf) throws IOException {
    if (volume != null && letters == most) {
      end();
    }
    if (volume == null) {
      volume = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
      volumes++;
      letters = 0;
    }
    int before = volume.getNumberOfPages();
    try (PDDocument letter = Loader.loadPDF(pdf)) {
      letter.getDocumentCatalog().setNames(null);
      letter.getDocumentCatalog().setMetadata(null);
      merger.appendDocument(volume, letter);
    }
    letters++;
    return new Place(file(), before + 1, volume.getNumberOfPages() - before);
  }

  /** Writes the volume that is not full yet. */
  void end() throws IOException {
    if (volume == null) {
      return;
    }
    try (PDDocument full = volume) {
      zip.putNextEntry(new ZipEntry(file()));
      full.save(open(zip));
      zip.closeEntry();
    } finally {
      volume = null;
    }
  }

  /** Drops what was not written. */
  void abandon() throws IOException {
    if (volume != null) {
      volume.close();
      volume = null;
    }
  }

  private String file() {
    return "print-%02d.pdf".formatted(volumes);
  }

  /** Whoever saves a document closes its stream; the ZIP goes on behind it. */
  private static OutputStream open(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
