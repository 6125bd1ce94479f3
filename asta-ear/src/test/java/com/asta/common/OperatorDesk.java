package com.asta.common;

import com.asta.common.service.DeadLetter;
import com.asta.common.service.DeadLetters;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** An operator's hands, for tests. */
@Stateless
@PermitAll
@RunAs(Roles.OPERATOR)
public class OperatorDesk {
  @Inject private DeadLetters letters;

  public Optional<DeadLetter> letter(String body) {
    return letters.list(0, 500).stream().filter(each -> body.equals(each.body())).findFirst();
  }

  public boolean resend(String id) {
    return letters.resend(id);
  }

  public boolean discard(String id) {
    return letters.discard(id);
  }
}
