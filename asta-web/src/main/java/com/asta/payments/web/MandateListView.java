package com.asta.payments.web;

import com.asta.common.web.PagedModel;
import com.asta.payments.rules.MandateState;
import com.asta.payments.service.MandateRow;
import com.asta.payments.service.MandateService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The list of mandates; what it is narrowed to lives in the address. */
@Named
@ViewScoped
public class MandateListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MandateService mandates;

  private String text;
  private MandateState state;
  private transient PagedModel<MandateRow> rows;

  public PagedModel<MandateRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> mandates.list(text, state, offset, limit), MandateRow::id);
    }
    return rows;
  }

  /** Goes to the narrowed list by GET. */
  public String narrow() {
    return "/payments/mandate-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public boolean isNarrowed() {
    return text != null || state != null;
  }

  public MandateState[] getStates() {
    return MandateState.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public MandateState getState() {
    return state;
  }

  public void setState(MandateState state) {
    this.state = state;
  }
}
