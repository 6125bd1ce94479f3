package com.asta.charging.web;

import com.asta.charging.service.GroupService;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Shared accounts, found by name; and the way to open one. */
@Named
@ViewScoped
public class GroupListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private GroupService groups;
  @Inject private PrepaidService prepaid;

  private String text;
  private Long first;
  private String name;
  private String number;
  private transient PagedModel<PrepaidCard> rows;

  public PagedModel<PrepaidCard> getRows() {
    if (rows == null) {
      rows = new PagedModel<>((offset, limit) -> groups.list(text, offset, limit), PrepaidCard::id);
    }
    return rows;
  }

  /** Opens a shared account with its first member. */
  public String create() {
    long id = groups.create(name.strip(), prepaid.ofNumber(getNumber()).id());
    Messages.done("charging", "group.created", name.strip());
    return "/charging/group.xhtml?faces-redirect=true&id=" + id;
  }

  /** Shows the filtered list at its own address. */
  public String narrow() {
    return "/charging/group-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getFirst() {
    return first;
  }

  public void setFirst(Long first) {
    this.first = first;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Number of the first member; that of the account one comes from. */
  public String getNumber() {
    if (number == null && first != null) {
      number = "+" + prepaid.account(first).serviceId();
    }
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
