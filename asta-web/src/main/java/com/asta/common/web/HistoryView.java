package com.asta.common.web;

import com.asta.common.service.AuditLog;
import com.asta.common.service.AuditRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The History tab of any record. */
@Named
@RequestScoped
public class HistoryView {
  private static final int LIMIT = 100;

  @Inject private AuditLog audit;

  private final Map<String, List<AuditRow>> loaded = new HashMap<>();

  /** What was done, in the reader's language; the action's own word if it has no translation. */
  public String action(String action) {
    String key = "history.action." + action.replace(' ', '-');
    String text = Messages.common(FacesContext.getCurrentInstance(), key);
    return text.equals(key) ? action : text;
  }

  /**
   * What was changed, in the reader's language: its first word is translated, what follows names
   * which one; as it is if it has no translation.
   */
  public String field(String field) {
    if (field == null) {
      return "";
    }
    int end = field.indexOf(' ') < 0 ? field.length() : field.indexOf(' ');
    String key = "history.field." + field.substring(0, end);
    String text = Messages.common(FacesContext.getCurrentInstance(), key);
    return text.equals(key) ? field : text + field.substring(end);
  }

  /** The newest hundred changes of a record, read once a request. */
  public List<AuditRow> rows(String type, Long id) {
    return id == null
        ? List.of()
        : loaded.computeIfAbsent(type + id, k -> audit.history(type, id, LIMIT));
  }
}
