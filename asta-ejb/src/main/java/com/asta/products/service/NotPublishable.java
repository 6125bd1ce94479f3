package com.asta.products.service;

import com.asta.products.rules.PublicationProblem;
import java.util.List;

/** A draft was refused publication; it names every problem. */
public class NotPublishable extends ProductsRefused {
  private static final long serialVersionUID = 1L;

  private final transient List<PublicationProblem> problems;

  NotPublishable(String code, List<PublicationProblem> problems) {
    super(Reason.NOT_PUBLISHABLE, code, problems.size());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the draft's fields. */
  public List<PublicationProblem> problems() {
    return problems == null ? List.of() : problems;
  }
}
