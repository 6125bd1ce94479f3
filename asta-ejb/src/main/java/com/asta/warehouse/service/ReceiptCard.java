package com.asta.warehouse.service;

import com.asta.warehouse.rules.ReceiptCheck;
import java.util.List;

/** A receipt with its scans. */
public record ReceiptCard(ReceiptRow receipt, List<ReceiptCheck.Line> lines) {
  public List<ReceiptCheck.Line> rejects() {
    return lines.stream().filter(line -> !line.isAccepted()).toList();
  }
}
