package com.asta.billing.service;

import com.asta.common.OperatorZone;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What makes a PDF an archive by ISO 19005-3: what it says of itself in XMP, and, of an invoice,
 * the XML of the same invoice inside it.
 */
final class PdfArchive {
  /** The colours of screens, which the page's colours are meant in. */
  static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
  private static final COSName ASSOCIATED = COSName.getPDFName("AF");

  private static final String XMP =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
       xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
       xmlns:dc="http://purl.org/dc/elements/1.1/">
      <pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
      <pdf:Producer>%s</pdf:Producer><xmp:CreateDate>%s</xmp:CreateDate>
      <dc:format>application/pdf</dc:format>
      <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>""";

  private PdfArchive() {}

  /**
   * Declares a document that has its properties, its colours and embedded fonts to be an archive of
   * level U. PDFBox's own way to write XMP reads its schemas anew for every document, which took a
   * tenth of the time.
   *
   * @param language BCP 47
   */
  static void declare(PDDocument document, String language) throws IOException {
    PDDocumentInformation about = document.getDocumentInformation();
    String xmp =
        XMP.formatted(
            UblXml.escaped(about.getProducer()),
            about.getCreationDate().toInstant().truncatedTo(ChronoUnit.SECONDS),
            UblXml.escaped(about.getAuthor()),
            UblXml.escaped(about.getTitle()),
            UblXml.escaped(about.getSubject()));
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
    PDMarkInfo marks = new PDMarkInfo();
    marks.setMarked(true);
    PDViewerPreferences view = new PDViewerPreferences(new COSDictionary());
    view.setDisplayDocTitle(true);
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setMetadata(metadata);
    catalog.setMarkInfo(marks);
    catalog.setViewerPreferences(view);
    catalog.setLanguage(language);
    document.getPages().forEach(PdfArchive::sharpen);
  }

  /** An archive's pictures are shown pixel by pixel. */
  private static void sharpen(PDPage page) {
    COSDictionary pictures = page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    if (pictures != null) {
      pictures
          .keySet()
          .forEach(name -> pictures.getCOSDictionary(name).removeItem(COSName.INTERPOLATE));
    }
  }

  /** Attaches a file that says the same as the pages in another form. */
  static void attach(
      PDDocument document, String name, String description, byte[] xml, LocalDate writtenOn)
      throws IOException {
    PDEmbeddedFile file =
        new PDEmbeddedFile(document, new ByteArrayInputStream(xml), COSName.FLATE_DECODE);
    file.setSubtype("text/xml");
    file.setSize(xml.length);
    Calendar at = GregorianCalendar.from(writtenOn.atStartOfDay(OperatorZone.ID));
    file.setCreationDate(at);
    file.setModDate(at);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setFileDescription(description);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.getCOSObject().setName(RELATIONSHIP, "Alternative");
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(specification);
    document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
  }
}
