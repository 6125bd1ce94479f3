package com.asta.payments.web;

import com.asta.payments.rules.AttemptState;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.PaymentAttemptService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * How the signed-in customer's payment stands: what the provider says, whatever the address says.
 */
@Named
@ViewScoped
public class OwnPaymentView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PaymentAttemptService attempts;

  private long id;
  private transient AttemptRow row;

  /** Looks again. */
  public void look() {
    row = attempts.mine(id);
  }

  /** Gives the payment up, if nothing was paid. */
  public void giveUp() {
    row = attempts.giveUpMine(id);
  }

  public AttemptRow getRow() {
    if (row == null) {
      look();
    }
    return row;
  }

  /** Whether the customer still has something to do at the provider. */
  public boolean isToBeContinued() {
    return getRow().state() == AttemptState.PENDING && getRow().pageUrl() != null;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
