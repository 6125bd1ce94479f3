package com.asta.charging;

import com.asta.charging.MobileTown.Line;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Offers a tariff that was made in the browser, and sells the offer to a subscriber. */
@WebServlet("/tariff-stage")
public class TariffStage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient SystemCaller system;
  @Inject private transient MobileTown town;
  @Inject private transient CustomerService customers;

  /** Answers with the number sold and its customer. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Line line = system.call(() -> town.sellUnder(request.getParameter("tariff")));
    long customer = system.call(() -> customers.account(line.accountId()).customerId());
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(line.number() + " " + customer);
  }
}
