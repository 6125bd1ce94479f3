package com.asta.common.service;

/** Where a mail stands. */
public enum MailStatus {
  /** Waits for the mail server. */
  QUEUED,
  /** Is being handed over. */
  SENDING,
  /** The mail server took it. */
  SENT,
  /** The mail server refused it for good. */
  FAILED,
  /** The connection or the server broke off while it was handed over: a person decides. */
  UNCERTAIN
}
