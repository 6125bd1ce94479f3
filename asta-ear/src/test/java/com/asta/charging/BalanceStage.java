package com.asta.charging;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.BilledUsage;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.CreditReleaseService;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.common.OperatorZone;
import com.asta.common.service.LoginService;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets the stage for browser tests: two prepaid lines, the first with a self-care login; with
 * {@code invoice} the second used its credit, and an invoice of that number took it.
 */
@WebServlet("/balance-stage")
public class BalanceStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String PASSWORD = "it-balance-secret";

  @Inject private transient SystemCaller system;
  @Inject private transient MobileTown town;
  @Inject private transient PrepaidService prepaid;
  @Inject private transient LoginService logins;
  @Inject private transient CustomerService customers;
  @Inject private transient PrepaidTown prices;
  @Inject private transient CreditReleaseService credits;

  /** Answers with the ids and numbers of both accounts and the first one's login. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MobileTown.Line first = town.sell(true);
    MobileTown.Line second = town.sell(true);
    String login = "it-line-" + first.accountId();
    long customerId = system.call(() -> customers.account(first.accountId()).customerId());
    system.run(() -> logins.openForCustomer(login, "Test Person", PASSWORD, customerId, "en"));
    String invoice = request.getParameter("invoice");
    if (invoice != null) {
      bill(second, invoice);
    }
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(
            String.join(
                " ",
                String.valueOf(account(first)),
                first.number(),
                String.valueOf(account(second)),
                second.number(),
                login));
  }

  private void bill(MobileTown.Line line, String invoice) {
    prices.run(
        "update charging.charging_account set payment_mode = 'HYBRID', credit_limit = 20"
            + " where id = ?",
        account(line));
    prices.granted(
        ChargingRequest.debit(
            invoice, 1, line.number().substring(1), ServiceKind.VOICE, "+48501000001", 600));
    BilledUsage usage =
        new BilledUsage(
            -line.subscriptionId(),
            invoice,
            LocalDate.now(OperatorZone.ID).plusDays(1),
            line.subscriptionId(),
            new BigDecimal("3.00"),
            "PLN");
    system.run(() -> credits.release(List.of(usage)));
  }

  private long account(MobileTown.Line line) {
    for (int i = 0; i < 200; i++) {
      List<PrepaidCard> found = system.call(() -> prepaid.ofAccounts(List.of(line.accountId())));
      if (!found.isEmpty()) {
        return found.get(0).id();
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("No account of " + line);
  }
}
