package com.asta.common.web;

import com.asta.common.service.LoginService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

/**
 * Language and colours of the person's pages. Language: what the person chose, else the browser's
 * if it is one of ours, else Polish. Colours: what the person chose, else what the browser prefers,
 * which {@code asta.js} tells by the cookie {@code asta-scheme}.
 */
@Named
@SessionScoped
public class Look implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String SCHEME = "asta-scheme";
  private static final String LANGUAGE = "asta-language";
  private static final int YEAR_SECONDS = 31_536_000;

  @Inject private transient LoginService logins;
  @Inject private WebUser user;

  private String language;

  @PostConstruct
  void start() {
    String chosen = cookie(LANGUAGE);
    language = chosen == null ? preferred() : supported(chosen);
  }

  public Locale getLocale() {
    return Locale.forLanguageTag(language);
  }

  public String getLanguage() {
    return language;
  }

  /** {@code light} or {@code dark}. */
  public String getScheme() {
    return "dark".equals(cookie(SCHEME)) ? "dark" : "light";
  }

  public String getTheme() {
    return "material-compact-indigo-" + getScheme();
  }

  /** Changes the language and shows the same page again. */
  public void speak(String wanted) throws IOException {
    language = supported(wanted);
    remember(LANGUAGE, language);
    if (user.isSignedIn()) {
      logins.changeOwnLanguage(language);
    }
    again();
  }

  /** Changes between light and dark and shows the same page again. */
  public void toggleScheme() throws IOException {
    remember(SCHEME, "dark".equals(getScheme()) ? "light" : "dark");
    again();
  }

  private static void again() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    String referer = external.getRequestHeaderMap().get("referer");
    String view = external.getRequestContextPath() + faces.getViewRoot().getViewId();
    int query = referer == null ? -1 : referer.indexOf('?');
    external.redirect(query < 0 ? view : view + referer.substring(query));
    faces.responseComplete();
  }

  private static void remember(String name, String value) {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .addResponseCookie(
            name, value, Map.of("maxAge", YEAR_SECONDS, "path", "/", "SameSite", "Lax"));
  }

  private static String preferred() {
    var locales = FacesContext.getCurrentInstance().getExternalContext().getRequestLocales();
    while (locales.hasNext()) {
      String tag = locales.next().getLanguage();
      if (tag.equals("pl") || tag.equals("en")) {
        return tag;
      }
    }
    return "pl";
  }

  private static String supported(String wanted) {
    return "en".equals(wanted) ? "en" : "pl";
  }

  private static String cookie(String name) {
    Object found =
        FacesContext.getCurrentInstance().getExternalContext().getRequestCookieMap().get(name);
    return found instanceof Cookie cookie ? cookie.getValue() : null;
  }
}
