package com.asta.marketing.web;

import com.asta.common.web.PagedModel;
import com.asta.marketing.service.SurveyRow;
import com.asta.marketing.service.SurveyService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All surveys. */
@Named
@ViewScoped
public class SurveyListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SurveyService service;

  private transient PagedModel<SurveyRow> surveys;

  public PagedModel<SurveyRow> getSurveys() {
    if (surveys == null) {
      surveys = new PagedModel<>(service::list, SurveyRow::id);
    }
    return surveys;
  }
}
