package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.service.Database;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.Pain008;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the file of a batch, collection by collection, and keeps it. */
@ApplicationScoped
class DirectDebitFile {
  /** The folder of the files. */
  static final String KIND = "direct-debits";

  @Inject private Database sql;
  @Inject private DebitPolicies policies;
  @Inject private OperatorProfile operators;
  @Inject private ImportFiles files;

  /** Writes the pending collections of a batch that is grouped. */
  long write(DebitBatchRow batch, List<DebitGroupRow> groups) {
    DebitPolicy policy = policies.policy();
    Operator operator = operators.operator();
    Pain008.Creditor creditor =
        new Pain008.Creditor(
            operator.name(),
            new Iban(PaymentPolicies.plain(operator.iban())).value(),
            policy.creditorBic(),
            policies.creditor());
    int count = groups.stream().mapToInt(DebitGroupRow::items).sum();
    BigDecimal sum =
        groups.stream()
            .map(each -> each.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Pain008.Header header = new Pain008.Header(batch.messageId(), batch.createdAt(), count, sum);
    try {
      Path draft = Files.createTempFile("direct-debit-", ".xml");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
            Pain008 file = Pain008.begin(out, policy.debitVersion(), creditor, header)) {
          fill(file, batch.id(), groups);
        }
        ImportFile kept = files.keep(KIND, batch.messageId() + ".xml", draft);
        return kept.id();
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("File of batch " + batch.id(), e);
    }
  }

  private void fill(Pain008 file, long batchId, List<DebitGroupRow> groups) {
    Map<Long, DebitGroupRow> byId =
        groups.stream().collect(Collectors.toMap(DebitGroupRow::id, Function.identity()));
    long[] current = {0};
    sql.each(
        "select c.id, c.group_id, c.amount, c.currency, c.number, m.reference, m.signed_on,"
            + " m.debtor_name, m.iban from payments.collection c"
            + " join payments.mandate m on m.id = c.mandate_id"
            + " where c.batch_id = ? and c.state = 'PENDING' order by c.group_id, c.id",
        row -> {
          long group = row.getLong("group_id");
          if (group != current[0]) {
            current[0] = group;
            file.group(group(byId.get(group)));
          }
          file.add(collection(row));
        },
        batchId);
  }

  private static Pain008.Group group(DebitGroupRow row) {
    return new Pain008.Group(
        row.reference(),
        row.scheme(),
        row.sequence(),
        row.collectionOn(),
        row.items(),
        row.amount());
  }

  private static Pain008.Collection collection(ResultSet row) throws SQLException {
    return new Pain008.Collection(
        new OwnReference(OwnReference.Kind.DDC, row.getLong("id")).text(),
        Database.money(row, "amount"),
        row.getString("reference"),
        Database.date(row, "signed_on"),
        row.getString("debtor_name"),
        row.getString("iban"),
        row.getString("number"));
  }
}
