package com.asta.common.service;

/**
 * A kind of file that can be imported, such as {@code usage}; implemented by the subsystem that
 * reads it. Files dropped into {@code <asta.data.dir>/inbox/<kind>/} are accepted and handed over.
 */
public interface ImportKind {
  /** The kind's name, which is also its folder's. */
  String kind();

  /** Starts the import of an accepted file, normally a batch job; returns at once. */
  void start(long fileId);
}
