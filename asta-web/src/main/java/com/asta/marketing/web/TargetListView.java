package com.asta.marketing.web;

import com.asta.common.web.PagedModel;
import com.asta.marketing.service.TargetCard;
import com.asta.marketing.service.TargetService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All targets. */
@Named
@ViewScoped
public class TargetListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient TargetService service;

  private transient PagedModel<TargetCard> targets;

  public PagedModel<TargetCard> getTargets() {
    if (targets == null) {
      targets = new PagedModel<>(service::list, TargetCard::id);
    }
    return targets;
  }
}
