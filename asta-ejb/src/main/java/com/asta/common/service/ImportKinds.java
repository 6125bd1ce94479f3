package com.asta.common.service;

import java.util.List;

/** Kinds of import that are not all known when the server starts; a CDI bean. */
public interface ImportKinds {
  /** The kinds there are now. */
  List<ImportKind> kinds();
}
