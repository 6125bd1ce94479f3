package com.asta.billing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.service.PrintVolumes.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrintVolumesTest {
  private static final PdfPress PRESS = new PdfPress();
  private static final InvoicePdf PDF = new InvoicePdf(PRESS);

  @BeforeAll
  static void load() {
    PRESS.load();
    PDF.load();
  }

  @Test
  void lettersFollowEachOtherInVolumesThatAreNotTooThick() throws IOException {
    byte[] small = letter(SampleInvoices.standard());
    byte[] large = letter(SampleInvoices.household());
    int pages = pages(large);
    assertTrue(pages > 1, "the household's has several pages");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Place> places = new ArrayList<>();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      PrintVolumes volumes = new PrintVolumes(zip, 3);
      for (byte[] each : List.of(large, small, large, small, large)) {
        places.add(volumes.add(each));
      }
      volumes.end();
      volumes.end();
      zip.putNextEntry(new ZipEntry("after"));
      zip.closeEntry();
    }
    assertEquals(
        List.of(
            new Place("print-01.pdf", 1, pages),
            new Place("print-01.pdf", pages + 1, 1),
            new Place("print-01.pdf", pages + 2, pages),
            new Place("print-02.pdf", 1, 1),
            new Place("print-02.pdf", 2, pages)),
        places);

    Map<String, byte[]> files = files(out.toByteArray());
    assertEquals(List.of("print-01.pdf", "print-02.pdf", "after"), List.copyOf(files.keySet()));
    Files.write(Path.of("target", "print-01.pdf"), files.get("print-01.pdf"));
    assertEquals(2 * pages + 1, pages(files.get("print-01.pdf")));
    assertEquals(1 + pages, pages(files.get("print-02.pdf")));
    try (PDDocument volume = Loader.loadPDF(files.get("print-01.pdf"))) {
      for (Place place : places.subList(0, 3)) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(place.firstPage());
        stripper.setEndPage(place.firstPage());
        assertTrue(stripper.getText(volume).contains("Nabywca"), "a letter begins: " + place);
      }
      assertEquals(null, volume.getDocumentCatalog().getNames(), "no e-invoice is attached");
    }
  }

  @Test
  void withoutLettersThereIsNoVolume() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      PrintVolumes volumes = new PrintVolumes(zip, 3);
      volumes.end();
      volumes.abandon();
      zip.putNextEntry(new ZipEntry("manifest.csv"));
      zip.closeEntry();
    }
    assertEquals(List.of("manifest.csv"), List.copyOf(files(out.toByteArray()).keySet()));
  }

  private static byte[] letter(InvoiceDocument invoice) {
    return PDF.render(InvoiceSheet.of(invoice, Map.of()), "pl");
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
