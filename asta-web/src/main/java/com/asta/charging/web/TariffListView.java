package com.asta.charging.web;

import com.asta.charging.service.TariffQuery;
import com.asta.charging.service.TariffRow;
import com.asta.charging.service.TariffService;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The tariffs as a list; what it is narrowed to lives in the address. */
@Named
@ViewScoped
public class TariffListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffService tariffs;

  private String text;
  private TariffQuery.State state;
  private transient PagedModel<TariffRow> rows;

  public PagedModel<TariffRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> tariffs.list(new TariffQuery(text, state), offset, limit),
              TariffRow::id);
    }
    return rows;
  }

  /** Goes to the narrowed list by GET. */
  public String narrow() {
    return "/charging/tariff-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public boolean isNarrowed() {
    return text != null || state != null;
  }

  public TariffQuery.State[] getStates() {
    return TariffQuery.State.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public TariffQuery.State getState() {
    return state;
  }

  public void setState(TariffQuery.State state) {
    this.state = state;
  }
}
