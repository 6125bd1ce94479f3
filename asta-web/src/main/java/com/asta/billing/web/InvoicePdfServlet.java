package com.asta.billing.web;

import com.asta.billing.service.BillingRefused;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.SelfCareInvoices;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out invoices as PDF: to staff any, to a customer in self-care the own ones. */
@WebServlet({"/billing/invoice.pdf", "/self-care/invoice.pdf"})
public class InvoicePdfServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ID = 18;

  @Inject private transient InvoiceService invoices;
  @Inject private transient SelfCareInvoices own;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getParameter("id");
    if (id == null || id.length() > LONGEST_ID || !id.matches("\\d+")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      send(response, id, pdf(request, Long.parseLong(id)));
    } catch (BillingRefused unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private byte[] pdf(HttpServletRequest request, long id) {
    String language = "en".equals(request.getParameter("lang")) ? "en" : "pl";
    return request.getServletPath().startsWith("/self-care/")
        ? own.pdf(id, language)
        : invoices.pdf(id, language);
  }

  private static void send(HttpServletResponse response, String id, byte[] pdf) throws IOException {
    response.setContentType("application/pdf");
    response.setContentLength(pdf.length);
    response.setHeader("Content-Disposition", "inline; filename=\"invoice-" + id + ".pdf\"");
    response.setHeader("Cache-Control", "private, no-store");
    response.getOutputStream().write(pdf);
  }
}
