package com.asta.payments.service;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.DemoPart;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementPart;
import com.asta.payments.rules.StatementSource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Demo: most invoices of last month are paid by a bank statement, some debts are old. */
@ApplicationScoped
public class DemoPayments implements DemoPart {
  private static final int PAGE = 500;
  private static final int[] DEBT_AGES = {8, 8, 9, 9, 10, 22, 23, 24, 25, 36, 38, 39, 41, 66, 97};
  private static final String[] DEBTS = {"89.90", "64.00", "129.90", "57.50", "240.00"};

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @EJB private InvoiceService invoices;
  @EJB private ReceivableService receivables;
  @EJB private StatementImport imports;
  @EJB private SampleStatement sample;
  @EJB private ImportFiles files;
  @Inject private Database sql;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 70;
  }

  @Override
  public void load() {
    List<InvoiceRow> issued = new ArrayList<>();
    List<InvoiceRow> page = invoices.list(InvoiceQuery.ofText(null), 0, PAGE);
    while (!page.isEmpty()) {
      issued.addAll(page);
      page = invoices.list(InvoiceQuery.ofText(null), issued.size(), PAGE);
    }
    // All at once, so that accounts are locked in the order of their ids, as the receiver does.
    receivables.issued(new InvoicesIssued(0, issued.stream().map(DemoPayments::received).toList()));
    bringForward(issued);
    entities.flush();
    pay();
  }

  private static InvoiceIssued received(InvoiceRow row) {
    return new InvoiceIssued(
        row.id(),
        row.number(),
        row.accountId(),
        row.customerId(),
        row.issuedOn(),
        row.dueOn(),
        row.gross().amount(),
        row.gross().currency());
  }

  private void bringForward(List<InvoiceRow> issued) {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    List<InvoiceRow> owners =
        issued.stream().filter(row -> row.gross().isPositive()).distinct().toList();
    int step = Math.max(1, owners.size() / (DEBT_AGES.length + 1));
    for (int i = 0; i < DEBT_AGES.length && (i + 1) * step < owners.size(); i++) {
      LocalDate due = today.minusDays(DEBT_AGES[i]);
      InvoiceRow owner = owners.get((i + 1) * step);
      receivables.broughtForward(
          owner.accountId(),
          String.format("BO/%d/%04d", due.getYear(), i + 1),
          due.minusDays(14),
          due,
          Money.of(DEBTS[i % DEBTS.length], owner.gross().currency()));
    }
  }

  /**
   * Pays seven of eight invoices, but not the first customer's own, through a statement file as a
   * bank would send it.
   */
  private void pay() {
    List<Long> paid =
        sql.rows(
            "select id from payments.open_item where kind = 'INVOICE' and open_amount > 0"
                + " and account_id % 8 <> 1 order by id",
            row -> row.getLong(1));
    if (paid.isEmpty()) {
      return;
    }
    byte[] xml = sample.paying(paid).getBytes(StandardCharsets.UTF_8);
    ImportFile file =
        files.accept(StatementImport.KIND, "wyciag-demo.xml", new ByteArrayInputStream(xml));
    if (!imports.check(file.id())) {
      throw new IllegalStateException("The demo statement was refused: " + imports.file(file.id()));
    }
    entities.flush();
    for (List<StatementEntry> chunk : chunks(file.id())) {
      imports.record(file.id(), chunk);
    }
    imports.finish(file.id());
  }

  private List<List<StatementEntry>> chunks(long fileId) {
    List<List<StatementEntry>> chunks = new ArrayList<>();
    try (StatementSource camt = imports.read(fileId)) {
      List<StatementEntry> chunk = new ArrayList<>();
      Optional<StatementPart> part = camt.next();
      while (part.isPresent()) {
        if (part.get() instanceof StatementEntry entry) {
          chunk.add(entry);
        }
        part = camt.next();
        if (chunk.size() == PAGE || part.isEmpty()) {
          chunks.add(chunk);
          chunk = new ArrayList<>();
        }
      }
    }
    return chunks;
  }
}
