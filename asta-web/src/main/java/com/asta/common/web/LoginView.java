package com.asta.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** The sign-in page. */
@Named
@RequestScoped
public class LoginView {
  @Inject private SecurityContext security;
  @Inject private LoginThrottle throttle;

  private String username;
  private String password;

  /** Signs in and goes where the person was heading; says so if name or password is wrong. */
  public void submit() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (throttle.isClosed(name)) {
      Messages.error(null, "common", "login.throttled");
      return;
    }
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    Credential credential = new UsernamePasswordCredential(name, password);
    AuthenticationStatus status =
        security.authenticate(
            request,
            (HttpServletResponse) external.getResponse(),
            AuthenticationParameters.withParams().credential(credential));
    switch (status) {
      case SEND_CONTINUE -> faces.responseComplete();
      case SUCCESS -> {
        throttle.succeeded(name);
        external.redirect(external.getRequestContextPath() + "/index.xhtml");
        faces.responseComplete();
      }
      default -> {
        throttle.failed(name);
        Messages.error(null, "common", "login.wrong");
      }
    }
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
