package com.asta.payments;

import com.asta.common.service.LoginService;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.ProviderPayoutService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;

/** Sets the stage for browser tests: a customer with a login who owes two items. */
@WebServlet("/pay-now-stage")
public class PayNowStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String PASSWORD = "it-payer-secret";

  @Inject private transient SystemCaller system;
  @Inject private transient LoginService logins;
  @Inject private transient Debt debt;
  @Inject private transient Payer payer;
  @Inject private transient ProviderPayoutService payouts;
  @Inject private transient StatementImportJob statements;
  @Inject private transient PaymentService payments;

  /**
   * Answers with the login; {@code language} is its language, {@code amount} of the first item.
   * With {@code payout} answers with the id of a bank line to be settled and of a customer who
   * owes.
   */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getParameter("payout") != null) {
      response.getWriter().print(payout() + ";" + owing());
      return;
    }
    AccountCard account = debt.customer("Platna" + Debt.serial());
    system.run(() -> debt.oldDebt(account, request.getParameter("amount"), 6));
    system.run(() -> debt.oldDebt(account, "60.50", -8));
    String login = "it-payer-" + account.id();
    system.run(
        () ->
            logins.openForCustomer(
                login,
                "Testowa Płatna",
                PASSWORD,
                account.customerId(),
                request.getParameter("language")));
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(login);
  }

  /** A bank line of all that PayU collected less 2.50, and its id. */
  private long payout() {
    AccountCard account = debt.customer("Wyplata" + Debt.serial());
    payer.pays(account, false, payer.owes(account, "120.00", 5));
    long first = line(BigDecimal.ONE);
    BigDecimal gross =
        system.call(() -> payouts.proposal(first, debt.today())).split().gross().amount();
    return line(gross.subtract(new BigDecimal("2.50")));
  }

  private long line(BigDecimal amount) {
    byte[] xml =
        debt.statement(
            "P-" + Debt.serial(), Debt.transfer(amount.toPlainString(), "PayU S.A.", "wyplata"));
    long file =
        system.call(
            () -> statements.upload("p-" + Debt.serial() + ".xml", new ByteArrayInputStream(xml)));
    return Eventually.get(
            "payment of " + file,
            () ->
                system.call(() -> payments.list(PaymentQuery.ofFile(file), 0, 1)).stream()
                    .findFirst())
        .id();
  }

  private long owing() {
    AccountCard account = debt.customer("Telefon" + Debt.serial());
    payer.owes(account, "19.00", 3);
    return account.customerId();
  }
}
