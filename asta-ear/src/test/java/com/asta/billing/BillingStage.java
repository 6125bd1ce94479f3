package com.asta.billing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets the stage for the browser test: two customers who are billed on a day of their own. */
@WebServlet("/billing-stage")
public class BillingStage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient FibreTown town;

  /** Answers with the day on which their billing period ended. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(town.settle(2).cycleEnd());
  }
}
