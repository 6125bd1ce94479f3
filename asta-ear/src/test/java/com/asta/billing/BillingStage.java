package com.asta.billing;

import com.asta.billing.rules.PaidCharges;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.NewPayer;
import com.asta.billing.service.PayerService;
import com.asta.common.service.CommonRefused;
import com.asta.common.service.LoginService;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerService;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import com.asta.products.service.SubscriptionService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Sets the stage for browser tests: a clerk, and customers who are billed on their own day. */
@WebServlet("/billing-stage")
public class BillingStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String CLERK = "it-billing";
  static final String SELLER = "it-billing-seller";
  static final String PASSWORD = "it-billing-secret";

  @Inject private transient SystemCaller system;
  @Inject private transient LoginService logins;
  @Inject private transient CustomerService customers;
  @Inject private transient FibreTown town;
  @Inject private transient InvoiceService invoices;
  @Inject private transient PayerService payers;
  @Inject private transient BillRunService runs;
  @Inject private transient SubscriptionService subscriptions;

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
    if (request.getParameter("schemes") != null) {
      answer(response, billedWithDiscounts());
      return;
    }
    if (request.getParameter("months") != null) {
      answer(response, Long.toString(secondMonth()));
      return;
    }
    if (request.getParameter("family") != null) {
      answer(response, family());
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

  /** A trial over customers who were billed the month before; the run's id. */
  private long secondMonth() {
    FibreTown.Street street = town.settle(4, 1);
    town.approve(town.trial(street.cycle().endingOn(street.cycleEnd()).start()));
    return town.trial(street.cycleEnd());
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

  /** One customer whose invoice has a discount and a minimum: its id. */
  private String billedWithDiscounts() {
    FibreTown.Street street =
        town.sell(
            List.of(
                price(PriceKind.RECURRING, "Fibre 600", "Światłowód 600", "80.00"),
                price(PriceKind.MINIMUM, "Minimum spend", "Minimalna kwota", "60.00")),
            List.of(
                new Discount(
                    "HALF",
                    "Half price",
                    "Pół ceny",
                    DiscountKind.PERCENT,
                    new BigDecimal("50"),
                    DiscountScope.RECURRING,
                    null,
                    1,
                    3,
                    DiscountCondition.ALWAYS,
                    null,
                    null)),
            List.of(),
            1);
    town.approve(town.trial(street.cycleEnd()));
    long account = street.accounts().get(0);
    long customer = system.call(() -> customers.account(account).customerId());
    return String.valueOf(
        system.call(() -> invoices.list(InvoiceQuery.ofCustomer(customer), 0, 1)).get(0).id());
  }

  private static DesignedPrice price(PriceKind kind, String english, String polish, String net) {
    return new DesignedPrice(
        kind,
        kind.name(),
        english,
        polish,
        new BigDecimal(net),
        "PLN",
        false,
        null,
        "STANDARD",
        Recurrence.MONTHLY,
        Proration.DAILY,
        null);
  }

  /** A parent who pays for a child: both accounts, the child's subscription and login, the bill. */
  private String family() {
    FibreTown.Street street = town.settle(2);
    long parent = street.accounts().get(0);
    long child = street.accounts().get(1);
    system.call(
        () ->
            payers.assign(
                new NewPayer(
                    child,
                    null,
                    PaidCharges.ALL,
                    parent,
                    null,
                    null,
                    payers.earliest(child, null),
                    null)));
    long run = town.trial(street.cycleEnd());
    long invoice = system.call(() -> runs.bills(run, null, 0, 1)).get(0).id();
    town.approve(run);
    long subscription = system.call(() -> subscriptions.ofAccounts(List.of(parent))).get(0).id();
    openStaff(SELLER, Set.of(Roles.AGENT, Roles.BILLING));
    return String.join(
        ";",
        Long.toString(parent),
        Long.toString(child),
        Long.toString(subscription),
        openCustomer(child),
        Long.toString(invoice));
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
    openStaff(CLERK, Set.of(Roles.BILLING));
  }

  private void openStaff(String login, Set<String> roles) {
    try {
      system.run(() -> logins.openForStaff(login, "Test Clerk", PASSWORD, roles));
    } catch (CommonRefused e) {
      log("The login is there already", e);
    }
  }
}
