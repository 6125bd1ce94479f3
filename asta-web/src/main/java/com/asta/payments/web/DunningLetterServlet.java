package com.asta.payments.web;

import com.asta.payments.service.DunningLetterService;
import com.asta.payments.service.PaymentsRefused;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out dunning letters as PDF: to staff any, to a customer in self-care the own ones. */
@WebServlet({"/payments/dunning-letter.pdf", "/self-care/dunning-letter.pdf"})
public class DunningLetterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ID = 18;

  @Inject private transient DunningLetterService letters;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getParameter("id");
    if (id == null || id.length() > LONGEST_ID || !id.matches("\\d+")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      long letterId = Long.parseLong(id);
      boolean own = request.getServletPath().startsWith("/self-care/");
      byte[] pdf = own ? letters.myPdf(letterId) : letters.pdf(letterId);
      response.setContentType("application/pdf");
      response.setContentLength(pdf.length);
      response.setHeader("Content-Disposition", "inline; filename=\"letter-" + letterId + ".pdf\"");
      response.setHeader("Cache-Control", "private, no-store");
      response.getOutputStream().write(pdf);
    } catch (PaymentsRefused unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
