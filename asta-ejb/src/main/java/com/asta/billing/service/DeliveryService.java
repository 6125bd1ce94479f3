package com.asta.billing.service;

import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.DeliveryPlan;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.billing.service.Deliveries.Attempt;
import com.asta.billing.service.Deliveries.Parcel;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Mailer;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How documents reached their payers, and how they are sent once more. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class DeliveryService {
  private static final String MANIFEST =
      "letter;file;first page;pages;number;name;street;postal code;city;country\r\n";

  @Inject private Deliveries deliveries;
  @Inject private Invoices invoices;
  @Inject private InvoicePdf pdf;
  @Inject private InvoiceMails mails;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile profile;
  @Inject private Mailer mailer;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** Every try of an invoice, newest first. */
  public List<DeliveryRow> history(long invoiceId) {
    return deliveries.ofInvoice(invoiceId);
  }

  /** How many documents of a run took which way. */
  public List<DeliveryCount> counts(long runId) {
    return deliveries.counts(runId);
  }

  /** Mails of a run that did not arrive, or perhaps did not. */
  public List<DeliveryRow> troubled(long runId, int offset, int limit) {
    return deliveries.troubled(runId, offset, limit);
  }

  /**
   * Mails an invoice to its payer's address of today, whatever the account says. Of two who press
   * at the same moment one sends.
   *
   * @param attempt the latest try its sender has seen; 0 for none
   * @return false if there is a later try than the sender has seen
   * @throws BillingRefused INVOICE_UNKNOWN, EMAIL_MISSING
   */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.ADMIN})
  public boolean mailAgain(long invoiceId, int attempt) {
    Parcel parcel =
        deliveries
            .parcel(invoiceId)
            .orElseThrow(() -> new BillingRefused(Reason.INVOICE_UNKNOWN, invoiceId));
    String email = customers.card(parcel.customerId()).email();
    if (email == null || email.isBlank()) {
      throw new BillingRefused(Reason.EMAIL_MISSING);
    }
    if (deliveries.latestAttempt(parcel) != attempt) {
      return false;
    }
    Attempt again =
        DeliveryWork.attempt(
            parcel, attempt + 1, new DeliveryPlan(BillDelivery.EMAIL, null), email);
    Set<String> fresh = deliveries.add(null, List.of(again), clock.instant(), user.name());
    if (!fresh.contains(again.mailKey())) {
      return false;
    }
    Mailer.Draft mail = mails.mail(again, profile.operator());
    mailer.queue(mail.uniqueKey(), mail.to(), mail.subject(), mail.text(), null);
    audit.record("Invoice", invoiceId, "mailed", null, null, email);
    return true;
  }

  /**
   * Writes the documents of a run that go by post as one ZIP for the printer: one PDF of them all,
   * in the order of postal codes, and {@code manifest.csv}, which says on which page each begins.
   */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void print(long runId, OutputStream out) throws IOException {
    StringBuilder manifest = new StringBuilder(MANIFEST);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      PrintVolumes volumes = new PrintVolumes(zip, PrintVolumes.LETTERS);
      try {
        int letter = 0;
        for (Deliveries.Printed each : deliveries.printed(runId)) {
          InvoiceRow row = invoices.row(each.invoiceId()).orElseThrow();
          InvoiceSheet sheet = InvoiceSheet.of(invoices.document(row), Map.of());
          manifest.append(line(++letter, volumes.add(pdf.render(sheet, each.language())), each));
        }
        volumes.end();
      } finally {
        volumes.abandon();
      }
      zip.putNextEntry(new ZipEntry("manifest.csv"));
      zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private static String line(int letter, PrintVolumes.Place place, Deliveries.Printed printed) {
    Party buyer = printed.buyer();
    return String.join(
            ";",
            String.valueOf(letter),
            place.file(),
            String.valueOf(place.firstPage()),
            String.valueOf(place.pages()),
            printed.number(),
            quoted(buyer.name()),
            quoted(buyer.street()),
            quoted(buyer.postalCode()),
            quoted(buyer.city()),
            quoted(buyer.country()))
        + "\r\n";
  }

  /** A field that a spreadsheet takes as text, whatever a customer is called. */
  private static String quoted(String text) {
    String plain = text == null ? "" : text.replace("\"", "\"\"");
    boolean formula = !plain.isEmpty() && "=+-@".indexOf(plain.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + plain + "\"";
  }
}
