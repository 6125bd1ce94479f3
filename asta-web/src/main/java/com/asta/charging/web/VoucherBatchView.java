package com.asta.charging.web;

import com.asta.charging.service.VoucherBatchRow;
import com.asta.charging.service.VoucherRow;
import com.asta.charging.service.VoucherService;
import com.asta.charging.service.VoucherState;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One voucher batch: what became of its vouchers, and the way to void them. */
@Named
@ViewScoped
public class VoucherBatchView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private VoucherService vouchers;

  private Long id;
  private VoucherState state;
  private String serial;
  private String single;
  private String reason;
  private transient VoucherBatchRow batch;
  private transient PagedModel<VoucherRow> rows;

  public void load() {
    batch = vouchers.batch(id);
  }

  public VoucherBatchRow getBatch() {
    if (batch == null) {
      load();
    }
    return batch;
  }

  public PagedModel<VoucherRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> vouchers.vouchers(id, state, serial, offset, limit),
              VoucherRow::serial);
    }
    return rows;
  }

  public VoucherState[] getStates() {
    return VoucherState.values();
  }

  /** Shows the filtered batch at its own address. */
  public String narrow() {
    return "/charging/voucher-batch.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Voids one voucher, or, where none is named, all that nobody has used. */
  public String makeVoid() {
    if (single == null || single.isBlank()) {
      Messages.done("charging", "voucher.voided", vouchers.voidBatch(id, reason.strip()));
    } else {
      vouchers.voidOne(id, single.strip(), reason.strip());
      Messages.done("charging", "voucher.voidedOne", single.strip());
    }
    return narrow();
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public VoucherState getState() {
    return state;
  }

  public void setState(VoucherState state) {
    this.state = state;
  }

  public String getSerial() {
    return serial;
  }

  public void setSerial(String serial) {
    this.serial = serial;
  }

  public String getSingle() {
    return single;
  }

  public void setSingle(String single) {
    this.single = single;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
