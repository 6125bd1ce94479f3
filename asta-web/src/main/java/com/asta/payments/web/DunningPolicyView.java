package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningAction;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.rules.DunningPolicy;
import com.asta.payments.service.DunningPolicyCard;
import com.asta.payments.service.DunningPolicyService;
import com.asta.payments.service.DunningService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Dunning policies: every version to read, a draft to write. */
@Named
@ViewScoped
public class DunningPolicyView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DAYS_TO_NEXT = 14;

  @Inject private DunningPolicyService policies;
  @Inject private DunningService dunning;

  private Long id;
  private List<TypedLevel> typed;
  private LocalDate from;
  private transient List<DunningPolicyCard> versions;
  private transient DunningPolicyCard shown;

  /** Loads the asked version, else the one that is in force for consumers. */
  public void load() {
    versions = policies.list();
    LocalDate today = dunning.today();
    shown =
        id != null
            ? policies.card(id)
            : versions.stream()
                .filter(each -> each.isInForce(today))
                .findFirst()
                .orElse(versions.get(0));
    id = shown.id();
    if (typed == null) {
      typed = new ArrayList<>(shown.levels().stream().map(TypedLevel::new).toList());
      from = today;
    }
  }

  /** Begins a draft of the shown version's class, or goes to the one there is. */
  public String draft() {
    return page(policies.draft(shown.customerClass()));
  }

  /** Adds a level behind the last. */
  public void add() {
    DunningLevel last = typed.isEmpty() ? null : typed.get(typed.size() - 1).level();
    typed.add(
        new TypedLevel(
            new DunningLevel(
                last == null ? DAYS_TO_NEXT / 2 : last.afterDays() + DAYS_TO_NEXT,
                last == null ? BigDecimal.ZERO : last.minimum(),
                DunningAction.LETTER,
                BigDecimal.ZERO)));
  }

  /** Takes a level away. */
  public void remove(int index) {
    typed.remove(index);
  }

  /** Keeps the draft as it is typed. */
  public String save() {
    policies.save(id, levels());
    Messages.done("payments", "dunning.policy.saved");
    return page(id);
  }

  /** Keeps the draft and puts it in force. */
  public String publish() {
    policies.save(id, levels());
    policies.publish(id, from);
    Messages.done("payments", "dunning.policy.published", from);
    return page(id);
  }

  /** Drops the draft. */
  public String discard() {
    policies.discard(id);
    return "/payments/dunning-policy.xhtml?faces-redirect=true";
  }

  private static String page(long policyId) {
    return "/payments/dunning-policy.xhtml?faces-redirect=true&id=" + policyId;
  }

  private List<DunningLevel> levels() {
    return typed.stream().map(TypedLevel::level).toList();
  }

  /** What is wrong with the draft as it is typed. */
  public List<DunningPolicy.Finding> getFindings() {
    return DunningPolicy.check(levels());
  }

  /** True if cases that open today follow the version. */
  public boolean inForce(DunningPolicyCard version) {
    return version.isInForce(dunning.today());
  }

  /** True if the version is in force from a later day on. */
  public boolean coming(DunningPolicyCard version) {
    return !version.isDraft() && version.validFrom().isAfter(dunning.today());
  }

  public List<DunningPolicyCard> getVersions() {
    return versions;
  }

  public DunningPolicyCard getShown() {
    return shown;
  }

  public List<TypedLevel> getTyped() {
    return typed;
  }

  public DunningAction[] getActions() {
    return DunningAction.values();
  }

  public CustomerClass[] getClasses() {
    return CustomerClass.values();
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }
}
