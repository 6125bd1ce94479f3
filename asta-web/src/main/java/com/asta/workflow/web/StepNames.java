package com.asta.workflow.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Names of processes and steps in the reader's language; the drawing's own where there is none. */
@Named
@RequestScoped
public class StepNames {
  private static final Pattern KEY = Pattern.compile("\\border-\\d+\\b");

  /** A step's name by its id in the process. */
  public String step(String id, String drawn) {
    return text("step." + id, drawn == null ? id : drawn);
  }

  /** A process's name by its key. */
  public String process(String key) {
    return text("process." + key, key);
  }

  /** The subject in words: {@code order-17} is order 17. */
  public String subject(String businessKey) {
    int dash = businessKey == null ? -1 : businessKey.lastIndexOf('-');
    return dash < 0
        ? businessKey
        : text("subject." + businessKey.substring(0, dash), businessKey.substring(0, dash))
            + " "
            + businessKey.substring(dash + 1);
  }

  /** A text in which every subject's key is replaced by its words. */
  public String inWords(String text) {
    return text == null ? "" : KEY.matcher(text).replaceAll(found -> subject(found.group()));
  }

  /** The page of the subject, or null if it has none. */
  public String subjectPath(String businessKey) {
    return businessKey != null && businessKey.startsWith("order-")
        ? "/products/order.xhtml?id=" + businessKey.substring("order-".length())
        : null;
  }

  private static String text(String key, String otherwise) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle bundle = faces.getApplication().getResourceBundle(faces, "workflowText");
    try {
      return bundle.getString(key);
    } catch (MissingResourceException e) {
      return otherwise;
    }
  }
}
