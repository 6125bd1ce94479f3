package com.asta.billing.web;

import com.asta.billing.service.BillDocument;
import com.asta.billing.service.BillService;
import com.asta.billing.service.ItemExplanation;
import com.asta.charging.service.UsageRecord;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A bill, draft or issued; {@code line} in the address opens what that line was made of. */
@Named
@ViewScoped
public class BillView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BillService service;

  private long id;
  private Integer line;
  private transient BillDocument bill;
  private transient ItemExplanation why;
  private transient PagedModel<UsageRecord> usage;

  public BillDocument getBill() {
    if (bill == null) {
      bill = service.bill(id);
    }
    return bill;
  }

  /** What stands behind the opened line. */
  public ItemExplanation getWhy() {
    if (why == null && line != null) {
      why = service.explain(id, line);
    }
    return why;
  }

  /** The usage behind the opened line. */
  public PagedModel<UsageRecord> getUsage() {
    if (usage == null) {
      usage =
          new PagedModel<>(
              (offset, limit) -> service.usage(id, line, offset, limit), UsageRecord::eventKey);
    }
    return usage;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public Integer getLine() {
    return line;
  }

  public void setLine(Integer line) {
    this.line = line;
  }
}
