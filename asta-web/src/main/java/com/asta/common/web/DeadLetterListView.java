package com.asta.common.web;

import com.asta.common.service.DeadLetter;
import com.asta.common.service.DeadLetters;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The messages that nobody could take. */
@Named
@ViewScoped
public class DeadLetterListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient DeadLetters deadLetters;

  private transient PagedModel<DeadLetter> letters;

  public void resend(DeadLetter letter) {
    say(deadLetters.resend(letter.id()), "letter.resent");
  }

  public void discard(DeadLetter letter) {
    say(deadLetters.discard(letter.id()), "letter.discarded");
  }

  private static void say(boolean wasThere, String key) {
    if (wasThere) {
      Messages.done("common", key);
    } else {
      Messages.error(null, "common", "letter.gone");
    }
  }

  public PagedModel<DeadLetter> getLetters() {
    if (letters == null) {
      letters =
          new PagedModel<>((offset, limit) -> deadLetters.list(offset, limit), DeadLetter::id);
    }
    return letters;
  }
}
