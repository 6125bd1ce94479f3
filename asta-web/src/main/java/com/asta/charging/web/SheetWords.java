package com.asta.charging.web;

import com.asta.charging.rules.SheetFault;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** Says what is wrong with a cell of a table, and what to write instead. */
@Named
@ApplicationScoped
public class SheetWords {
  /** What is wrong, with the value that stands there. */
  public String reason(SheetFault fault) {
    return text("sheet." + fault.problem(), fault.value());
  }

  /** What to do about it. */
  public String cure(SheetFault fault) {
    return text("sheet.cure." + fault.problem(), fault.value());
  }

  /** The heading of a column; its name if it has none. */
  public String column(String title) {
    String key = "column." + title;
    String text = text(key);
    return text.equals(key) ? title : text;
  }

  private static String text(String key, Object... arguments) {
    return Messages.text(FacesContext.getCurrentInstance(), "charging", key, arguments);
  }
}
