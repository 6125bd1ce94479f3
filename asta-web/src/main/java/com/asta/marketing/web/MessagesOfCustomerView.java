package com.asta.marketing.web;

import com.asta.common.web.PagedModel;
import com.asta.marketing.service.CampaignService;
import com.asta.marketing.service.CustomerMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The campaigns of one customer, on the customer's page. */
@Named
@ViewScoped
public class MessagesOfCustomerView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient CampaignService campaigns;

  private transient PagedModel<CustomerMessage> messages;

  /** Messages of the customer whose page this is. */
  public PagedModel<CustomerMessage> messages(Long customerId) {
    if (messages == null && customerId != null) {
      messages =
          new PagedModel<>(
              (offset, limit) -> campaigns.ofCustomer(customerId, offset, limit),
              CustomerMessage::campaignId);
    }
    return messages;
  }

  /** The colour of a mail's or a recipient's status. */
  public String css(String status) {
    return switch (status) {
      case "SENT" -> "tag-ok";
      case "FAILED" -> "tag-bad";
      case "SKIPPED", "UNCERTAIN" -> "tag-warn";
      case "PENDING" -> "tag-off";
      default -> "tag-info";
    };
  }
}
