package com.asta.customers.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.net.MalformedURLException;

/** Finds the fragments that subsystems downstream contribute to the pages of customers. */
@Named
@ApplicationScoped
public class Fragments {
  private static final String ABSENT = "/WEB-INF/customers/absent.xhtml";

  /** The fragment's own path, or that of an empty one where its subsystem is not installed. */
  public String of(String path) throws MalformedURLException {
    return FacesContext.getCurrentInstance().getExternalContext().getResource(path) == null
        ? ABSENT
        : path;
  }
}
