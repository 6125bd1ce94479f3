package com.asta.products.service;

import com.asta.common.service.Database;
import com.asta.common.service.Database.RowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads rows by {@link Database}; what the entity manager has not written yet is written first. */
@ApplicationScoped
class Projections {
  @Inject private Database database;
  @PersistenceContext private EntityManager em;

  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    if (em.isJoinedToTransaction()) {
      em.flush();
    }
    return database.rows(sql, reader, parameters);
  }

  int update(String sql, Object... parameters) {
    return database.update(sql, parameters);
  }
}
