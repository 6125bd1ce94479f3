package com.asta.common.web;

import com.asta.common.Money;
import com.asta.common.Refusal;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Messages to the person, in the person's language. */
public final class Messages {
  private Messages() {}

  /** Says that something was done; survives a redirect. */
  public static void done(String subsystem, String key, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    add(faces, FacesMessage.SEVERITY_INFO, text(faces, subsystem, key, arguments));
  }

  /** Says why something cannot be done, at the page or, with a client id, at an input. */
  public static void error(String clientId, String subsystem, String key, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.addMessage(
        clientId,
        new FacesMessage(
            FacesMessage.SEVERITY_ERROR, text(faces, subsystem, key, arguments), null));
    faces.validationFailed();
  }

  static void refusal(FacesContext faces, Refusal refusal) {
    add(faces, FacesMessage.SEVERITY_ERROR, text(faces, refusal));
  }

  /** The translated text of a refusal. */
  public static String text(FacesContext faces, Refusal refusal) {
    return text(
        faces,
        refusal.subsystem(),
        "refusal." + refusal.reason().name(),
        refusal.arguments().stream()
            .map(each -> shown(faces, refusal.subsystem(), each))
            .toArray());
  }

  private static Object shown(FacesContext faces, String subsystem, Object argument) {
    if (argument instanceof Money money) {
      return Format.amount(money);
    } else if (argument instanceof Enum<?> status) {
      String text = text(faces, subsystem, "status." + status.name());
      return text.equals("status." + status.name()) ? status.name() : text;
    }
    return argument;
  }

  static String common(FacesContext faces, String key) {
    return text(faces, "common", key);
  }

  /** A text of a subsystem's bundle with its arguments filled in; the key itself if missing. */
  public static String text(FacesContext faces, String subsystem, String key, Object... arguments) {
    Locale locale =
        faces.getViewRoot() == null ? Locale.forLanguageTag("pl") : faces.getViewRoot().getLocale();
    try {
      String pattern =
          ResourceBundle.getBundle(
                  "com.asta." + subsystem + ".messages",
                  locale,
                  Messages.class.getClassLoader(),
                  ResourceBundle.Control.getNoFallbackControl(
                      ResourceBundle.Control.FORMAT_PROPERTIES))
              .getString(key);
      return new MessageFormat(pattern, locale).format(arguments);
    } catch (MissingResourceException e) {
      return key;
    }
  }

  private static void add(FacesContext faces, FacesMessage.Severity severity, String text) {
    faces.addMessage(null, new FacesMessage(severity, text, null));
  }
}
