package com.asta.common.web;

import com.asta.common.Refusal;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns what a page's action threw into something a person can act on: a refusal into its
 * translated message on the same page, an expired view into the same page anew, a wrong role into
 * the page that says so, and all else into a page with a correlation id, which the log repeats.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {
  private static final Logger LOG = Logger.getLogger(RefusalHandler.class.getName());

  public RefusalHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
    while (queued.hasNext()) {
      Throwable thrown = queued.next().getContext().getException();
      queued.remove();
      try {
        answer(faces, thrown);
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }
    getWrapped().handle();
  }

  private static void answer(FacesContext faces, Throwable thrown) throws IOException {
    Refusal refusal = find(thrown, Refusal.class);
    if (refusal != null && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      Messages.refusal(faces, refusal);
      faces.validationFailed();
    } else if (find(thrown, ViewExpiredException.class) != null) {
      reload(faces);
    } else if (find(thrown, EJBAccessException.class) != null) {
      forward(faces, "/error/forbidden.xhtml", 403);
    } else {
      String id = UUID.randomUUID().toString().substring(0, 8);
      LOG.log(Level.SEVERE, "Correlation id " + id, thrown);
      faces.getExternalContext().getSessionMap().put("asta.correlation", id);
      forward(faces, "/error/failure.xhtml", 500);
    }
  }

  private static void reload(FacesContext faces) throws IOException {
    ExternalContext external = faces.getExternalContext();
    external.getFlash().setKeepMessages(true);
    faces.addMessage(
        null,
        new FacesMessage(
            FacesMessage.SEVERITY_WARN, Messages.common(faces, "session.expired"), null));
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String query = request.getQueryString();
    external.redirect(request.getRequestURI() + (query == null ? "" : "?" + query));
    faces.responseComplete();
  }

  private static void forward(FacesContext faces, String page, int status) throws IOException {
    ExternalContext external = faces.getExternalContext();
    if (faces.getPartialViewContext().isAjaxRequest() || external.isResponseCommitted()) {
      if (!external.isResponseCommitted()) {
        external.redirect(external.getRequestContextPath() + page);
      }
    } else {
      external.responseReset();
      external.responseSendError(status, null);
    }
    faces.responseComplete();
  }

  private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    return null;
  }
}
