package com.asta.billing;

import com.asta.common.service.CommonRefused;
import com.asta.common.service.LoginService;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Sets the stage for browser tests: a clerk, and customers who are billed on their own day. */
@WebServlet("/billing-stage")
public class BillingStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String CLERK = "it-billing";
  static final String PASSWORD = "it-billing-secret";

  @Inject private transient SystemCaller system;
  @Inject private transient LoginService logins;
  @Inject private transient CustomerService customers;
  @Inject private transient FibreTown town;

  /**
   * Answers with the day on which two customers' period ended; with {@code billed} they are billed,
   * and it answers with the first one's login.
   */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    openClerk();
    FibreTown.Street street = town.settle(2);
    String answer = street.cycleEnd().toString();
    if (request.getParameter("billed") != null) {
      town.approve(town.trial(street.cycleEnd()));
      answer = openCustomer(street.accounts().get(0));
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(answer);
  }

  private String openCustomer(long account) {
    String login = "it-house-" + account;
    system.run(
        () ->
            logins.openForCustomer(
                login, "Test House", PASSWORD, customers.account(account).customerId(), "pl"));
    return login;
  }

  private void openClerk() {
    try {
      system.run(() -> logins.openForStaff(CLERK, "Test Clerk", PASSWORD, Set.of(Roles.BILLING)));
    } catch (CommonRefused e) {
      log("The login is there already", e);
    }
  }
}
