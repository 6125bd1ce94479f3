package com.asta.charging.web;

import com.asta.charging.service.PrintedVoucher;
import com.asta.charging.service.VoucherBatchRow;
import com.asta.charging.service.VoucherService;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.OperatorProfile;
import com.asta.common.web.PagedModel;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Voucher batches; a new one is handed out once, as a CSV file of serial numbers and PINs. */
@Named
@ViewScoped
public class VoucherListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private VoucherService vouchers;
  @Inject private OperatorProfile profile;
  @Inject private Clock clock;

  private String code;
  private BigDecimal value = new BigDecimal("20.00");
  private int quantity = 100;
  private LocalDate expiresOn;
  private String serial;
  private transient PagedModel<VoucherBatchRow> rows;

  public PagedModel<VoucherBatchRow> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(vouchers::batches, VoucherBatchRow::id);
    }
    return rows;
  }

  /** Goes to the voucher with a serial number. */
  public String find() {
    long batch = vouchers.batchOf(serial);
    return "/charging/voucher-batch.xhtml?faces-redirect=true&id="
        + batch
        + "&q="
        + serial.strip().replaceAll("[^A-Za-z0-9_-]", "");
  }

  /** Makes a batch and sends its PINs as a file. */
  public void generate() throws IOException {
    Money worth = Money.of(value, profile.operator().currency());
    List<PrintedVoucher> printed = vouchers.generate(code.strip(), worth, quantity, getExpiresOn());
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.responseReset();
    response.setResponseContentType("text/csv;charset=UTF-8");
    response.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"vouchers-" + code.strip() + ".csv\"");
    response.setResponseHeader("Cache-Control", "no-store");
    try (Writer out =
        new OutputStreamWriter(response.getResponseOutputStream(), StandardCharsets.UTF_8)) {
      out.write("serial,pin,value,currency,expires_on\r\n");
      for (PrintedVoucher voucher : printed) {
        out.write(
            String.join(
                    ",",
                    voucher.serial(),
                    voucher.pin(),
                    value.toPlainString(),
                    worth.currency(),
                    getExpiresOn().toString())
                + "\r\n");
      }
    }
    faces.responseComplete();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public BigDecimal getValue() {
    return value;
  }

  public void setValue(BigDecimal value) {
    this.value = value;
  }

  public String getSerial() {
    return serial;
  }

  public void setSerial(String serial) {
    this.serial = serial;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }

  /** Last day of use; a year from now at first. */
  public LocalDate getExpiresOn() {
    if (expiresOn == null) {
      expiresOn = LocalDate.now(clock.withZone(OperatorZone.ID)).plusYears(1);
    }
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }
}
