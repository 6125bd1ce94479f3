package com.asta.charging.web;

import com.asta.charging.service.BucketRow;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** A form about one charging account; posted twice, it does its work once. */
public abstract class AccountForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PrepaidService prepaid;

  private final String key = UUID.randomUUID().toString();
  private Long id;
  private transient PrepaidCard card;
  private transient List<BucketRow> buckets;

  public void load() {
    card = prepaid.account(id);
  }

  public PrepaidCard getCard() {
    if (card == null) {
      load();
    }
    return card;
  }

  public List<BucketRow> getBuckets() {
    if (buckets == null) {
      buckets = prepaid.buckets(List.of(id));
    }
    return buckets;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  /** Names what this form does, however often it is posted. */
  String key() {
    return key;
  }

  /** Back to the account. */
  String account() {
    return "/charging/prepaid.xhtml?faces-redirect=true&id=" + id;
  }
}
