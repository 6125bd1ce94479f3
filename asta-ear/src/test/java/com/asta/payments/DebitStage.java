package com.asta.payments;

import com.asta.common.service.LoginService;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Sets the stage for browser tests: customers who owe, or who paid too much. */
@WebServlet("/debit-stage")
public class DebitStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String PASSWORD = "it-debit-secret";

  @Inject private transient SystemCaller system;
  @Inject private transient LoginService logins;
  @Inject private transient Debt debt;
  @Inject private transient DebitDesk desk;

  /**
   * Answers with an account that owes and has no mandate, its customer and its login, and with an
   * account that has credit.
   */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.begin("0");
    desk.debtor("64.00");
    AccountCard owing = debt.customer("Mandatowa" + Debt.serial());
    debt.invoice(owing, "120.50", 3);
    desk.awaitDebt(owing, "120.50");
    AccountCard paid = debt.customer("Nadpłata" + Debt.serial());
    system.call(() -> debt.cash(paid, "1250.00", UUID.randomUUID().toString()));
    String login = "it-debit-" + owing.id();
    system.run(
        () -> logins.openForCustomer(login, "Test Debtor", PASSWORD, owing.customerId(), "pl"));
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(owing.id() + ";" + owing.customerId() + ";" + login + ";" + paid.id());
  }
}
