package com.asta.charging;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.service.TariffService;
import com.asta.common.service.CommonRefused;
import com.asta.common.service.LoginService;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Sets the stage for browser tests: somebody who decides on prices, and lines that talked. */
@WebServlet("/repricing-stage")
public class RepricingStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String MANAGER = "it-repricing";
  static final String PASSWORD = "it-repricing-secret";
  private static final int LINES = 6;

  @Inject private transient SystemCaller system;
  @Inject private transient LoginService logins;
  @Inject private transient RepricingTown town;
  @Inject private transient TariffService tariffs;

  /**
   * Answers with the code of the tariff, the version of its draft, and the month of usage; with
   * {@code publish} that draft gets into force for the month.
   */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String draftId = request.getParameter("publish");
    if (draftId != null) {
      system.run(() -> tariffs.publish(Long.parseLong(draftId), RepricingTown.MONTH));
      return;
    }
    openManager();
    List<Line> lines = town.sell(LINES);
    for (int i = 0; i < LINES; i++) {
      long mobile = 60 + 130L * i;
      town.talk(lines.get(i), RepricingTown.MONTH.plusDays(i), mobile, 600 - 100L * i);
    }
    long draft = town.draft(lines.get(0), RepricingTown.bySecond());
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(
            lines.get(0).tariff()
                + " "
                + draft
                + " "
                + RepricingTown.MONTH.toString().substring(0, 7));
  }

  private void openManager() {
    try {
      system.run(
          () ->
              logins.openForStaff(
                  MANAGER, "Test Manager", PASSWORD, Set.of(Roles.PRODUCT_MANAGER, Roles.BILLING)));
    } catch (CommonRefused e) {
      log("The login is there already", e);
    }
  }
}
