package com.asta.marketing.web;

import com.asta.common.web.PagedModel;
import com.asta.marketing.service.CampaignRow;
import com.asta.marketing.service.CampaignService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All campaigns. */
@Named
@ViewScoped
public class CampaignListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient CampaignService service;

  private transient PagedModel<CampaignRow> campaigns;

  public PagedModel<CampaignRow> getCampaigns() {
    if (campaigns == null) {
      campaigns = new PagedModel<>(service::list, CampaignRow::id);
    }
    return campaigns;
  }
}
