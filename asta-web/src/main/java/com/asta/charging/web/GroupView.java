package com.asta.charging.web;

import com.asta.charging.service.GroupService;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One shared account: its buckets and its members. */
@Named
@ViewScoped
public class GroupView extends AccountForm {
  private static final long serialVersionUID = 1L;

  @Inject private GroupService groups;
  @Inject private PrepaidService prepaid;

  private String number;
  private transient List<PrepaidCard> members;

  public List<PrepaidCard> getMembers() {
    if (members == null) {
      members = groups.members(getId());
    }
    return members;
  }

  public String add() {
    groups.add(getId(), prepaid.ofNumber(number).id());
    Messages.done("charging", "group.added", Format.phone(number));
    return here();
  }

  public String remove(PrepaidCard member) {
    groups.remove(getId(), member.id());
    Messages.done("charging", "group.removed", Format.phone("+" + member.serviceId()));
    return here();
  }

  private String here() {
    return "/charging/group.xhtml?faces-redirect=true&id=" + getId();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
