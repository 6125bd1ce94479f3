package com.asta.payments.service;

import com.asta.common.service.Roles;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFormat;
import com.asta.payments.service.ChunkRecording.Outcome;
import com.asta.payments.service.ChunkRecording.Share;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * A part of a chunk in a transaction of its own, so that two are recorded side by side: each locks
 * its accounts in the order of their ids and waits for nobody else. An entry with all that it
 * brings about is in one transaction; what was committed before a crash is known by its place when
 * the chunk is read again.
 */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
public class StatementLane {
  @Inject private ChunkRecording recording;

  /** As {@link ChunkRecording#match}. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Share match(long fileId, StatementFormat format, List<StatementEntry> entries) {
    return recording.match(fileId, format, entries);
  }

  /** As {@link ChunkRecording#record}. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Outcome record(
      long fileId,
      StatementFormat format,
      List<StatementEntry> entries,
      Map<Integer, Match> matches) {
    return recording.record(fileId, format, entries, matches);
  }
}
