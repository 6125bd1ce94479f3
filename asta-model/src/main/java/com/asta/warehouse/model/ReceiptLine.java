package com.asta.warehouse.model;

import com.asta.warehouse.rules.ReceiptCheck;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One scan of a delivery. */
@Embeddable
public class ReceiptLine {
  @Column(name = "line_number")
  private int lineNumber;

  @Column(name = "serial_number")
  private String serialNumber;

  @Enumerated(EnumType.STRING)
  private ReceiptCheck.Rejection rejection;

  protected ReceiptLine() {}

  ReceiptLine(int lineNumber, ReceiptCheck.Line line) {
    this.lineNumber = lineNumber;
    this.serialNumber = line.serialNumber();
    this.rejection = line.rejection();
  }

  public int getLineNumber() {
    return lineNumber;
  }

  public String getSerialNumber() {
    return serialNumber;
  }

  /** Null if the scan was taken. */
  public ReceiptCheck.Rejection getRejection() {
    return rejection;
  }
}
