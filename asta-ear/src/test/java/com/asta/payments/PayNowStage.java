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

/** Sets the stage for browser tests: a customer with a login who owes two items. */
@WebServlet("/pay-now-stage")
public class PayNowStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String PASSWORD = "it-payer-secret";

  @Inject private transient SystemCaller system;
  @Inject private transient LoginService logins;
  @Inject private transient Debt debt;

  /** Answers with the login; {@code language} is its language, {@code amount} of the first item. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
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
}
