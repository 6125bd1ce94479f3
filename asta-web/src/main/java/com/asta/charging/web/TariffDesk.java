package com.asta.charging.web;

import com.asta.charging.rules.TariffContent;
import com.asta.charging.service.TariffDraftService;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.TariffVersionCard;
import com.asta.charging.service.TariffVersionRow;
import com.asta.common.service.Roles;
import com.asta.common.web.Messages;
import com.asta.common.web.WebUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;

/** The version of a tariff that a page is about, and the draft's revision that the person saw. */
@Named
@ViewScoped
public class TariffDesk implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffService tariffs;
  @Inject private TariffDraftService drafts;
  @Inject private TariffReader reader;
  @Inject private WebUser user;

  private Long id;
  private Long version;
  private int revision;
  private transient List<TariffVersionRow> versions;

  /** View action: the version in the address, else the one in force. */
  public void load() {
    if (version == null) {
      version = tariffs.versionToShow(id == null ? 0 : id);
    }
    id = getCard().tariffId();
    revision = getCard().revision();
  }

  public TariffVersionCard getCard() {
    return reader.card(version);
  }

  /** Everything that the version says. */
  public TariffContent getContent() {
    return getCard().content();
  }

  /** Whether this person may change what is shown. */
  public boolean isEditable() {
    return isManager() && getCard().draft();
  }

  /** Whether this person works on tariffs. */
  public boolean isManager() {
    return user.any(Roles.PRODUCT_MANAGER + " " + Roles.ADMIN);
  }

  public List<TariffVersionRow> getVersions() {
    if (versions == null) {
      versions = tariffs.versionsOf(id);
    }
    return versions;
  }

  /** True while some version is a draft: there is one at a time. */
  public boolean isDraftOpen() {
    return getVersions().stream().anyMatch(row -> row.publishedAt() == null);
  }

  /** The version before this one, to compare with; null for the first. */
  public Long getBeforeId() {
    return getVersions().stream()
        .filter(row -> row.version() < getCard().version())
        .findFirst()
        .map(TariffVersionRow::id)
        .orElse(null);
  }

  /** Begins a draft after this version and shows it. */
  public String draft() {
    return page("tariff", tariffs.draftFrom(version), "");
  }

  /** Changes the draft and shows the page anew; {@code query} goes behind its address. */
  String change(UnaryOperator<TariffContent> change, String page, String query) {
    revision = drafts.edit(version, revision, change);
    Messages.done("charging", "tariff.saved");
    return page(page, version, query);
  }

  static String page(String page, long version, String query) {
    return "/charging/" + page + ".xhtml?faces-redirect=true&version=" + version + query;
  }

  int getRevision() {
    return revision;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }
}
