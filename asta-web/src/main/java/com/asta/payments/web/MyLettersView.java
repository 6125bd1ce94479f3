package com.asta.payments.web;

import com.asta.payments.service.DunningLetterRow;
import com.asta.payments.service.DunningLetterService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The letters that dunning wrote to the signed-in customer. */
@Named
@ViewScoped
public class MyLettersView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DunningLetterService letters;

  private transient List<DunningLetterRow> rows;

  public List<DunningLetterRow> getRows() {
    if (rows == null) {
      rows = letters.mine();
    }
    return rows;
  }
}
