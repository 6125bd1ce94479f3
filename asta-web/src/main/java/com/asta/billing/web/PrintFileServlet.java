package com.asta.billing.web;

import com.asta.billing.service.DeliveryService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out what of a bill run goes by post, as one file for the printer. */
@WebServlet("/billing/bill-run-print.zip")
public class PrintFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ID = 18;

  @Inject private transient DeliveryService deliveries;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getParameter("id");
    if (id == null || id.length() > LONGEST_ID || !id.matches("\\d+")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"bill-run-" + id + "-print.zip\"");
    response.setHeader("Cache-Control", "private, no-store");
    deliveries.print(Long.parseLong(id), response.getOutputStream());
  }
}
