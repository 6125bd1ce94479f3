package com.asta.common.web;

import com.asta.common.service.MailRow;
import com.asta.common.service.MailStatus;
import com.asta.common.service.Mailer;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Outgoing mail; what failed or is uncertain waits here for a person's decision. */
@Named
@ViewScoped
public class MailListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Mailer mailer;

  private MailStatus status;
  private String recipient;
  private transient PagedModel<MailRow> mails;
  private String subject;
  private String body;

  public PagedModel<MailRow> getMails() {
    if (mails == null) {
      mails =
          new PagedModel<>(
              (offset, limit) -> mailer.list(status, recipient, offset, limit), MailRow::id);
    }
    return mails;
  }

  /** Opens the text of a mail. */
  public void read(MailRow mail) {
    subject = mail.subject();
    body = mailer.text(mail.id());
  }

  public void sendAgain(MailRow mail) {
    mailer.sendAgain(mail.id());
    Messages.done("common", "mail.again.done");
  }

  public boolean canSendAgain(MailRow mail) {
    return mail.status() == MailStatus.FAILED || mail.status() == MailStatus.UNCERTAIN;
  }

  public String css(MailStatus each) {
    return switch (each) {
      case SENT -> "tag-ok";
      case QUEUED, SENDING -> "tag-info";
      case FAILED -> "tag-bad";
      case UNCERTAIN -> "tag-warn";
    };
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/operations/mail-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public MailStatus[] getStatuses() {
    return MailStatus.values();
  }

  public MailStatus getStatus() {
    return status;
  }

  public void setStatus(MailStatus status) {
    this.status = status;
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public String getSubject() {
    return subject;
  }

  public String getBody() {
    return body;
  }
}
