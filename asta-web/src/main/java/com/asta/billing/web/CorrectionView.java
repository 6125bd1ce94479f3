package com.asta.billing.web;

import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.rules.LineChange;
import com.asta.billing.rules.LineLeft;
import com.asta.billing.service.Correctable;
import com.asta.billing.service.CorrectionRow;
import com.asta.billing.service.CorrectionService;
import com.asta.billing.service.CreditPreview;
import com.asta.billing.service.InvoiceLine;
import com.asta.billing.service.NewCorrection;
import com.asta.common.Money;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Corrects one invoice: the lines with what is left of them and what they should have said. */
@Named
@ViewScoped
public class CorrectionView implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A line a clerk may bring down. */
  public static class Line implements Serializable {
    private static final long serialVersionUID = 1L;

    private final InvoiceLine line;
    private final Money left;
    private final BigDecimal quantityLeft;
    private BigDecimal right;

    Line(InvoiceLine line, LineLeft left) {
      this.line = line;
      this.left = left.net();
      this.quantityLeft = left.quantity();
      this.right = left.net().displayAmount();
    }

    /** The quantity follows the amount in proportion; the clerk decides on the amount. */
    LineChange toChange() {
      Money wanted = right == null ? left : Money.of(right, left.currency());
      if (quantityLeft == null || left.isZero() || wanted.equals(left)) {
        return new LineChange(line.line(), wanted, null);
      }
      BigDecimal quantity =
          quantityLeft
              .multiply(wanted.amount())
              .divide(left.amount(), 0, java.math.RoundingMode.HALF_UP);
      return new LineChange(line.line(), wanted, quantity);
    }

    boolean isChanged() {
      return right != null && right.compareTo(left.amount()) != 0;
    }

    public InvoiceLine getLine() {
      return line;
    }

    public Money getLeft() {
      return left;
    }

    public BigDecimal getRight() {
      return right;
    }

    public void setRight(BigDecimal right) {
      this.right = right;
    }
  }

  @Inject private transient CorrectionService service;

  private final String requestKey = UUID.randomUUID().toString();
  private long id;
  private Money seenLeft;
  private List<Line> lines;
  private CorrectionReason reason;
  private String text;
  private transient Correctable state;
  private transient CreditPreview preview;

  /** Reads the invoice once; what was seen then must still hold when it is corrected. */
  public void load() {
    if (lines == null && id != 0) {
      lines = new ArrayList<>();
      for (LineLeft left : getState().lines()) {
        lines.add(new Line(getState().invoice().lines().get(left.line() - 1), left));
      }
      seenLeft = getState().left();
    }
  }

  /** Shows what the credit note would say. */
  public void calculate() {
    preview = anyChanged() ? service.preview(id, changes()) : null;
  }

  /** Brings every line down to nothing. */
  public void reverse() {
    lines.forEach(line -> line.setRight(BigDecimal.ZERO));
    calculate();
  }

  /** Issues the credit note, or asks a second person. */
  public String correct() {
    CorrectionRow done =
        service.correct(
            new NewCorrection(
                requestKey, id, seenLeft, reason, text, isWhole() ? null : changes()));
    if (done.isProposed()) {
      Messages.done("billing", "correction.proposed");
      return "/billing/invoice.xhtml?faces-redirect=true&id=" + id;
    }
    Messages.done("billing", "correction.issued");
    return "/billing/credit-note.xhtml?faces-redirect=true&id=" + done.creditNoteId();
  }

  private List<LineChange> changes() {
    return lines.stream().filter(Line::isChanged).map(Line::toChange).toList();
  }

  private boolean anyChanged() {
    return lines.stream().anyMatch(Line::isChanged);
  }

  private boolean isWhole() {
    return lines.stream().allMatch(line -> line.right != null && line.right.signum() == 0);
  }

  public Correctable getState() {
    if (state == null) {
      state = service.correctable(id);
    }
    return state;
  }

  public CreditPreview getPreview() {
    return preview;
  }

  public CorrectionReason[] getReasons() {
    return CorrectionReason.values();
  }

  public BigDecimal getLimit() {
    return service.limit().orElse(null);
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public List<Line> getLines() {
    return lines;
  }

  public CorrectionReason getReason() {
    return reason;
  }

  public void setReason(CorrectionReason reason) {
    this.reason = reason;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
