package com.asta.common.service;

import java.util.Optional;

/**
 * Where the file of a mail comes from: asked when the mail leaves, by the mail's unique key, so
 * that no file is stored twice and none is made for a mail that is never sent.
 */
public interface MailAttachments {
  /** A file to go with a mail. */
  record Attachment(String name, String mediaType, byte[] content) {}

  /** The file of the mail with this key; empty if it is not this source's mail. */
  Optional<Attachment> of(String uniqueKey);
}
