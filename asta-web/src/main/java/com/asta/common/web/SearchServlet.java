package com.asta.common.web;

import com.asta.common.service.Json;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The suggestions under the search field, as JSON. */
@WebServlet("/search.json")
public class SearchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LIMIT = 6;

  @Inject private transient GlobalSearch search;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(Json.write(search.search(request.getParameter("q"), LIMIT)));
  }
}
