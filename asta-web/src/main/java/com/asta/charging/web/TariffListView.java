package com.asta.charging.web;

import com.asta.charging.service.TariffRow;
import com.asta.charging.service.TariffService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The tariffs, and a new one made after an existing one. */
@Named
@ViewScoped
public class TariffListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffService tariffs;

  private transient List<TariffRow> rows;
  private String code;
  private String nameEn;
  private String namePl;
  private Long originId;

  public List<TariffRow> getRows() {
    if (rows == null) {
      rows = tariffs.list();
    }
    return rows;
  }

  /** Makes the tariff and goes to its draft. */
  public String create() {
    long origin = tariffs.versionToShow(originId);
    long draft = tariffs.create(code.strip(), nameEn, namePl, tariffs.version(origin).content());
    long tariffId = tariffs.version(draft).tariffId();
    return "/charging/tariff.xhtml?faces-redirect=true&id=" + tariffId + "&version=" + draft;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public void setNamePl(String namePl) {
    this.namePl = namePl;
  }

  public Long getOriginId() {
    return originId;
  }

  public void setOriginId(Long originId) {
    this.originId = originId;
  }
}
