package com.asta.payments.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The letters that dunning has written, as lists and as PDF. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class DunningLetterService {
  private static final int MINE = 24;

  @Inject private Database sql;
  @Inject private DunningLetterPdf letters;
  @Inject private CurrentUser user;

  /** Letters to a customer, newest first. */
  public List<DunningLetterRow> ofCustomer(long customerId, int offset, int limit) {
    return rows(customerId, offset, limit);
  }

  /** Letters to the customer who asks, newest first. */
  @RolesAllowed(Roles.CUSTOMER)
  public List<DunningLetterRow> mine() {
    return rows(user.requiredCustomerId(), 0, MINE);
  }

  private List<DunningLetterRow> rows(long customerId, int offset, int limit) {
    return sql.rows(
        "select l.*, a.number, m.status as mail_status from payments.dunning_letter l"
            + " join payments.financial_account a on a.account_id = l.account_id"
            + " left join common.mail m on m.unique_key ="
            + " 'dunning-letter-' || l.case_id || '-' || l.level"
            + " where l.customer_id = ? order by l.id desc offset ? limit ?",
        row ->
            new DunningLetterRow(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getString("number"),
                row.getInt("level"),
                row.getString("subject"),
                row.getString("recipient"),
                row.getString("mail_status"),
                Database.instant(row, "written_at")),
        customerId,
        offset,
        limit);
  }

  /**
   * A letter as PDF.
   *
   * @throws PaymentsRefused NO_SUCH_LETTER
   */
  public byte[] pdf(long letterId) {
    return letters.printed(letters.find("id = ?", letterId).orElseThrow(() -> unknown(letterId)));
  }

  /**
   * A letter to the customer who asks.
   *
   * @throws PaymentsRefused NO_SUCH_LETTER, also for somebody else's
   */
  @RolesAllowed(Roles.CUSTOMER)
  public byte[] myPdf(long letterId) {
    long customer = user.requiredCustomerId();
    return letters.printed(
        letters
            .find("id = ?", letterId)
            .filter(kept -> kept.customerId() == customer)
            .orElseThrow(() -> unknown(letterId)));
  }

  private static PaymentsRefused unknown(long letterId) {
    return new PaymentsRefused(Reason.NO_SUCH_LETTER, letterId);
  }
}
