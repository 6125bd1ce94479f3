package com.asta.billing.web;

import com.asta.billing.rules.BillCause;
import com.asta.billing.rules.BillChange;
import com.asta.billing.service.BillService;
import com.asta.billing.service.ComparedBill;
import com.asta.billing.service.SelfCareInvoices;
import com.asta.common.Money;
import com.asta.common.web.WebUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** Why a bill differs from the one before, in words and as a chart; for staff and customers. */
@Named
@ViewScoped
public class BillChangesView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BillService bills;
  @Inject private transient SelfCareInvoices own;
  @Inject private WebUser user;

  private long id;
  private transient ComparedBill compared;

  public ComparedBill getCompared() {
    if (compared == null) {
      compared = user.isCustomer() ? own.compare(id) : bills.compare(id);
    }
    return compared;
  }

  /** Which sentence tells a change: the cause, and whether it is more or less. */
  public String sentence(BillChange change) {
    String cause = "cause." + change.cause();
    return switch (change.cause()) {
      case PRICE, USAGE, ONE_TIME, TAX ->
          cause + (change.difference().isNegative() ? ".less" : ".more");
      default -> cause;
    };
  }

  /** What the change is about. */
  public String name(BillChange change, String language) {
    if (change.texts() == null) {
      return "VAT";
    }
    return "pl".equals(language) ? change.texts().pl() : change.texts().en();
  }

  /** From the bill before to this one, cause by cause, as Chart.js JSON. */
  public String chart(ResourceBundle words) {
    Map<BillCause, Money> byCause = new EnumMap<>(BillCause.class);
    for (BillChange change : getCompared().changes()) {
      byCause.merge(change.cause(), change.difference(), Money::plus);
    }
    List<Waterfall.Step> steps = new ArrayList<>();
    byCause.forEach(
        (cause, sum) ->
            steps.add(new Waterfall.Step(words.getString("cause.short." + cause), sum)));
    return Waterfall.json(
        words.getString("compare.before"),
        getCompared().previous().gross(),
        steps,
        words.getString("compare.now"));
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
