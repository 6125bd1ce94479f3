package com.asta.common.service;

import java.util.List;

/** A subsystem's part of the search that is on every page. Answers within its caller's roles. */
public interface SearchSource {
  /** The best hits for what a person typed, at most {@code limit}; empty if nothing fits. */
  List<SearchHit> search(String text, int limit);
}
