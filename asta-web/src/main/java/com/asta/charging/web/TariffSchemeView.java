package com.asta.charging.web;

import com.asta.charging.rules.CounterPeriod;
import com.asta.charging.rules.Discount;
import com.asta.charging.rules.SchemeText;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.SheetFault;
import com.asta.charging.rules.TariffContent;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One allowance, discount or fair-use rule of a draft. */
@Named
@ViewScoped
public class TariffSchemeView implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is being edited. */
  public enum Kind {
    ALLOWANCE,
    DISCOUNT,
    FAIR_USE
  }

  @Inject private TariffDesk desk;

  private Kind kind;
  private Integer row;
  private Map<String, String> cells = new HashMap<>();
  private List<SheetFault> faults = List.of();

  /** View action: the one of the address, or an empty form. */
  public void load() {
    desk.load();
    kind = kind == null ? Kind.ALLOWANCE : kind;
    TariffContent content = desk.getContent();
    List<?> all =
        switch (kind) {
          case ALLOWANCE -> content.allowances();
          case DISCOUNT -> content.discounts();
          case FAIR_USE -> content.fairUses();
        };
    row = row == null || row < 0 || row >= all.size() ? null : row;
    if (row == null) {
      cells.put("service", ServiceKind.VOICE.name());
      cells.put("period", CounterPeriod.MONTH.name());
      cells.put("counted", Discount.Counted.UNITS.name());
    } else {
      cells =
          switch (kind) {
            case ALLOWANCE -> SchemeText.write(content.allowances().get(row));
            case DISCOUNT -> SchemeText.write(content.discounts().get(row));
            case FAIR_USE -> SchemeText.write(content.fairUses().get(row));
          };
    }
  }

  /** Keeps the form, or says what is wrong with it. */
  public String save() {
    List<SheetFault> wrong = new ArrayList<>();
    UnaryOperator<TariffContent> change =
        switch (kind) {
          case ALLOWANCE -> {
            var made = SchemeText.allowance(cells, wrong);
            yield content -> content.withAllowances(put(content.allowances(), made));
          }
          case DISCOUNT -> {
            var made = SchemeText.discount(cells, wrong);
            yield content -> content.withDiscounts(put(content.discounts(), made));
          }
          case FAIR_USE -> {
            var made = SchemeText.fairUse(cells, wrong);
            yield content -> content.withFairUses(put(content.fairUses(), made));
          }
        };
    faults = wrong;
    if (!wrong.isEmpty()) {
      Messages.error(null, "charging", "sheet.wrong", wrong.size());
      return null;
    }
    return desk.change(change, "tariff-allowances", "");
  }

  public String remove() {
    int gone = row;
    return desk.change(
        content ->
            switch (kind) {
              case ALLOWANCE -> content.withAllowances(without(content.allowances(), gone));
              case DISCOUNT -> content.withDiscounts(without(content.discounts(), gone));
              case FAIR_USE -> content.withFairUses(without(content.fairUses(), gone));
            },
        "tariff-allowances",
        "");
  }

  private <T> List<T> put(List<T> parts, T part) {
    List<T> changed = new ArrayList<>(parts);
    if (row == null) {
      changed.add(part);
    } else {
      changed.set(row, part);
    }
    return changed;
  }

  private static <T> List<T> without(List<T> parts, int position) {
    List<T> changed = new ArrayList<>(parts);
    changed.remove(position);
    return changed;
  }

  /** The input that a fault is about. */
  public String inputOf(SheetFault fault) {
    return "scheme:" + fault.column();
  }

  public boolean isAllowance() {
    return kind == Kind.ALLOWANCE;
  }

  public boolean isDiscount() {
    return kind == Kind.DISCOUNT;
  }

  public boolean isFairUse() {
    return kind == Kind.FAIR_USE;
  }

  public Map<String, String> getCells() {
    return cells;
  }

  public List<SheetFault> getFaults() {
    return faults;
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }

  public CounterPeriod[] getPeriods() {
    return CounterPeriod.values();
  }

  public Discount.Counted[] getCounted() {
    return Discount.Counted.values();
  }

  public Kind getKind() {
    return kind;
  }

  public void setKind(Kind kind) {
    this.kind = kind;
  }

  public Integer getRow() {
    return row;
  }

  public void setRow(Integer row) {
    this.row = row;
  }
}
