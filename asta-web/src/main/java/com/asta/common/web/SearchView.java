package com.asta.common.web;

import com.asta.common.service.SearchHit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** The page of search results; a single hit opens at once. */
@Named
@RequestScoped
public class SearchView {
  private static final int LIMIT = 25;

  @Inject private GlobalSearch search;

  private String query;
  private List<SearchHit> hits = List.of();

  /** View action: searches, and goes straight to the only hit. */
  public void find() throws IOException {
    hits = search.search(query, LIMIT);
    if (hits.size() == 1) {
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + hits.get(0).path());
    }
  }

  public List<SearchHit> getHits() {
    return hits;
  }

  public String getQuery() {
    return query;
  }

  public void setQuery(String query) {
    this.query = query;
  }
}
