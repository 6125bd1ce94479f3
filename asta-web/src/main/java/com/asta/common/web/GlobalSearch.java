package com.asta.common.web;

import com.asta.common.service.SearchHit;
import com.asta.common.service.SearchSource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks every subsystem for what a person typed; one that refuses the caller's role is silent. */
@ApplicationScoped
public class GlobalSearch {
  private static final Logger LOG = Logger.getLogger(GlobalSearch.class.getName());
  private static final int SHORTEST = 2;

  @Inject @Any private Instance<SearchSource> sources;

  /** Hits of all subsystems, each subsystem's best first. */
  public List<SearchHit> search(String text, int limitPerSource) {
    List<SearchHit> hits = new ArrayList<>();
    if (text == null || text.strip().length() < SHORTEST) {
      return hits;
    }
    for (SearchSource source : sources) {
      try {
        hits.addAll(source.search(text.strip(), limitPerSource));
      } catch (EJBAccessException e) {
        LOG.log(Level.FINEST, "Not for this caller's role", e);
      }
    }
    return hits;
  }
}
