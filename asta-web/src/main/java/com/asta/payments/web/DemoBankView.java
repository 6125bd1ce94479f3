package com.asta.payments.web;

import com.asta.payments.service.DemoBankService;
import com.asta.payments.service.PaymentsRefused;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** The page of the demo's payment provider. */
@Named
@ViewScoped
public class DemoBankView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DemoBankService bank;

  private String order;
  private transient DemoBankService.Order shown;

  /** The order, null if there is none of this number. */
  public DemoBankService.Order getShown() {
    if (shown == null && order != null) {
      try {
        shown = bank.order(order);
      } catch (PaymentsRefused unknown) {
        return null;
      }
    }
    return shown;
  }

  public void payByCard() throws IOException {
    bank.pay(order, true);
    back();
  }

  public void payByTransfer() throws IOException {
    bank.pay(order, false);
    back();
  }

  public void refuse() throws IOException {
    bank.refuse(order);
    back();
  }

  private void back() throws IOException {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath()
                + bank.order(order).returnPath());
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }
}
