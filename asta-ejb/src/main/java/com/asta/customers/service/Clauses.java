package com.asta.customers.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The where-part of a query, made of the parts that narrow something. */
final class Clauses {
  private final String joint;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  Clauses() {
    this(" and ");
  }

  private Clauses(String joint) {
    this.joint = joint;
  }

  /** Clauses of which one must hold. */
  static Clauses either() {
    return new Clauses(" or ");
  }

  /** Adds a condition on one named value; nothing if the value is null. */
  Clauses and(String condition, String name, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
    return this;
  }

  boolean isEmpty() {
    return conditions.isEmpty();
  }

  <T> TypedQuery<T> query(EntityManager em, String select, String order, Class<T> type) {
    String where = conditions.isEmpty() ? " " : " where " + String.join(joint, conditions) + " ";
    TypedQuery<T> query = em.createQuery(select + where + order, type);
    values.forEach(query::setParameter);
    return query;
  }
}
