package com.asta.billing.web;

import com.asta.billing.service.BillPreview;
import com.asta.billing.service.FirstBill;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The first bill of what an order is about to sell. */
@Named
@RequestScoped
public class FirstBillPreviewView {
  private record Question(List<Long> offerVersionIds, LocalDate start, Long accountId) {}

  @Inject private FirstBill firstBill;

  private Question asked;
  private BillPreview answer;

  /** The preview; calculated once a request however often the page asks. */
  public BillPreview of(List<Long> offerVersionIds, LocalDate start, Long accountId) {
    if (offerVersionIds == null || offerVersionIds.isEmpty() || start == null) {
      return null;
    }
    Question question = new Question(List.copyOf(offerVersionIds), start, accountId);
    if (!Objects.equals(question, asked)) {
      asked = question;
      answer = firstBill.preview(question.offerVersionIds(), start, accountId);
    }
    return answer;
  }
}
