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

/**
 * Hands out invoices and credit notes as PDF and as e-invoice: to staff any, to a customer in
 * self-care the own ones.
 */
@WebServlet({
  "/billing/invoice.pdf",
  "/self-care/invoice.pdf",
  "/billing/invoice.xml",
  "/self-care/invoice.xml"
})
public class InvoiceFileServlet extends HttpServlet {
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
      boolean xml = request.getServletPath().endsWith(".xml");
      send(response, id, xml, xml ? xml(request, Long.parseLong(id)) : pdf(request, id));
    } catch (BillingRefused unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private byte[] xml(HttpServletRequest request, long id) {
    return isOfCustomer(request) ? own.xml(id) : invoices.xml(id);
  }

  private byte[] pdf(HttpServletRequest request, String number) {
    long id = Long.parseLong(number);
    String asked = request.getParameter("lang");
    String language = "en".equals(asked) || "pl".equals(asked) ? asked : null;
    boolean calls = request.getParameter("calls") != null;
    if (isOfCustomer(request)) {
      return calls ? own.pdfWithCalls(id, language) : own.pdf(id, language);
    }
    return calls ? invoices.pdfWithCalls(id, language) : invoices.pdf(id, language);
  }

  private static boolean isOfCustomer(HttpServletRequest request) {
    return request.getServletPath().startsWith("/self-care/");
  }

  private static void send(HttpServletResponse response, String id, boolean xml, byte[] file)
      throws IOException {
    String name = "invoice-" + id + (xml ? ".xml" : ".pdf");
    response.setContentType(xml ? "application/xml" : "application/pdf");
    response.setContentLength(file.length);
    response.setHeader(
        "Content-Disposition", (xml ? "attachment" : "inline") + "; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "private, no-store");
    response.getOutputStream().write(file);
  }
}
