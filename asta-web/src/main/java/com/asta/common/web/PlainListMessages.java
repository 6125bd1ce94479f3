package com.asta.common.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import org.primefaces.component.messages.MessagesRenderer;

/**
 * Renders p:messages as a list whose items are list items. PrimeFaces gives each the role of an
 * alert, which takes the items away from the list (WCAG 1.3.1); the frame is a live region anyway.
 */
public class PlainListMessages extends MessagesRenderer {
  @Override
  public void encodeEnd(FacesContext context, UIComponent component) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    context.setResponseWriter(new WithoutAlerts(writer));
    try {
      super.encodeEnd(context, component);
    } finally {
      context.setResponseWriter(writer);
    }
  }

  private static final class WithoutAlerts extends ResponseWriterWrapper {
    WithoutAlerts(ResponseWriter wrapped) {
      super(wrapped);
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
      if (!("role".equals(name) && "alert".equals(value))) {
        super.writeAttribute(name, value, property);
      }
    }
  }
}
