package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.payments.rules.BankDay;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.Pain001;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the file of a batch of refunds and keeps it. */
@ApplicationScoped
class RefundFile {
  private static final String KIND = "refunds";

  @Inject private Database sql;
  @Inject private DebitPolicies policies;
  @Inject private OperatorProfile operators;
  @Inject private ImportFiles files;

  long write(RefundBatchRow batch) {
    DebitPolicy policy = policies.policy();
    Operator operator = operators.operator();
    Pain001.Payer payer =
        new Pain001.Payer(
            operator.name(),
            new Iban(PaymentPolicies.plain(operator.iban())).value(),
            policy.creditorBic());
    String currency = batch.amount().currency();
    Pain001.Header header =
        new Pain001.Header(
            batch.messageId(),
            batch.createdAt(),
            BankDay.onOrAfter(OperatorZone.dayOf(batch.createdAt()), currency),
            currency,
            batch.items(),
            batch.amount().amount());
    try {
      Path draft = Files.createTempFile("refunds-", ".xml");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
            Pain001 file = Pain001.begin(out, policy.refundVersion(), payer, header)) {
          fill(file, batch.id());
        }
        return files.keep(KIND, batch.messageId() + ".xml", draft).id();
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("File of refunds " + batch.id(), e);
    }
  }

  private void fill(Pain001 file, long batchId) {
    sql.each(
        "select r.id, r.amount, r.currency, r.payee_name, r.payee_iban, a.number"
            + " from payments.refund r"
            + " join payments.financial_account a on a.account_id = r.account_id"
            + " where r.batch_id = ? order by r.id",
        row ->
            file.add(
                new Pain001.Transfer(
                    new OwnReference(OwnReference.Kind.RFC, row.getLong("id")).text(),
                    Database.money(row, "amount"),
                    row.getString("payee_name"),
                    row.getString("payee_iban"),
                    row.getString("number"))),
        batchId);
  }
}
