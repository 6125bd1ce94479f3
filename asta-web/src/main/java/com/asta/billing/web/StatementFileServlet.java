package com.asta.billing.web;

import com.asta.billing.service.StatementService;
import com.asta.common.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Statements of accounts that others pay for; customers get only their own. */
@WebServlet({"/billing/statement.pdf", "/self-care/statement.pdf"})
public class StatementFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient StatementService statements;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String account = request.getParameter("account");
    String invoice = request.getParameter("invoice");
    if (!isId(account) || !isId(invoice)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      send(response, statements.pdf(Long.parseLong(account), Long.parseLong(invoice)), invoice);
    } catch (Refusal unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static boolean isId(String text) {
    return text != null && text.matches("\\d{1,18}");
  }

  private static void send(HttpServletResponse response, byte[] file, String invoice)
      throws IOException {
    response.setContentType("application/pdf");
    response.setContentLength(file.length);
    response.setHeader("Content-Disposition", "inline; filename=\"statement-" + invoice + ".pdf\"");
    response.setHeader("Cache-Control", "private, no-store");
    response.getOutputStream().write(file);
  }
}
