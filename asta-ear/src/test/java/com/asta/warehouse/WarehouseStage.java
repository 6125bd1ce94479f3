package com.asta.warehouse;

import com.asta.common.service.CommonRefused;
import com.asta.common.service.LoginService;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.workflow.service.WorkflowService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets the stage for browser tests: a login, a device in stock, an order that wants it. */
@WebServlet("/warehouse-stage")
public class WarehouseStage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String CLERK = "it-clerk";
  static final String PASSWORD = "it-clerk-secret";

  @Inject private transient SystemCaller system;
  @Inject private transient LoginService logins;
  @Inject private transient StockRoom stockRoom;
  @Inject private transient WorkflowService workflow;

  /** Answers with the model, the serial number and the business key, one a line. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    openLogin();
    long order = 800_000_000 + System.nanoTime() % 10_000_000;
    String serial = stockRoom.receiveOne(order);
    system.run(
        () ->
            workflow.start(
                "order-fulfilment",
                "order-" + order,
                Map.of(
                    "orderId",
                    order,
                    "accountId",
                    1L,
                    "customerId",
                    1L,
                    "customerName",
                    "Jan Testowy",
                    "shipTo",
                    "ul. Próbna 1, 00-001 Warszawa",
                    "deviceModel",
                    stockRoom.modelOf(order))));
    waitForTask("order-" + order);
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(String.join("\n", List.of(stockRoom.modelOf(order), serial, "order-" + order)));
  }

  private void openLogin() {
    try {
      system.run(() -> logins.openForStaff(CLERK, "Test Clerk", PASSWORD, Set.of(Roles.WAREHOUSE)));
    } catch (CommonRefused e) {
      log("The login is there already", e);
    }
  }

  private void waitForTask(String key) {
    for (int i = 0; i < 200; i++) {
      boolean there =
          system.call(() -> workflow.tasks(List.of(Roles.WAREHOUSE), 0, 500)).stream()
              .anyMatch(item -> item.businessKey().equals(key));
      if (there) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new IllegalStateException("No task for " + key);
  }
}
