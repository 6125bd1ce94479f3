package com.asta.billing;

import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
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
import java.util.Comparator;
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
  @Inject private transient InvoiceService invoices;

  /**
   * Answers with the day on which two customers' period ended; with {@code billed} they are billed,
   * and it answers with the first one's login.
   */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    openClerk();
    if (request.getParameter("twice") != null) {
      answer(response, billedTwice());
      return;
    }
    FibreTown.Street street = town.settle(2);
    String answer = street.cycleEnd().toString();
    if (request.getParameter("billed") != null) {
      town.approve(town.trial(street.cycleEnd()));
      answer = openCustomer(street.accounts().get(0));
    }
    answer(response, answer);
  }

  /** One customer with two bills: the login, and the id of the second invoice. */
  private String billedTwice() {
    FibreTown.Street street = town.settle(1, 1);
    long account = street.accounts().get(0);
    town.approve(town.trial(street.cycle().endingOn(street.cycleEnd()).start()));
    town.approve(town.trial(street.cycleEnd()));
    long customer = system.call(() -> customers.account(account).customerId());
    InvoiceQuery query = InvoiceQuery.ofCustomer(customer);
    long latest =
        system.call(() -> invoices.list(query, 0, 2)).stream()
            .max(Comparator.comparing(InvoiceRow::periodEnd))
            .orElseThrow()
            .id();
    return openCustomer(account) + ";" + latest;
  }

  private static void answer(HttpServletResponse response, String answer) throws IOException {
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
