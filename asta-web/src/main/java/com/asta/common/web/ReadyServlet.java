package com.asta.common.web;

import com.asta.common.service.FirstStart;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** 200 when people can be let in; 503 while the demo is still being loaded at the first start. */
@WebServlet("/ready")
public class ReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient FirstStart firstStart;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ready = firstStart.isDone();
    response.setStatus(
        ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain");
    response.getWriter().println(ready ? "ready" : "loading the demo");
  }
}
