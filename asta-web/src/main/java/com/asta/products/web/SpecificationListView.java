package com.asta.products.web;

import com.asta.common.web.Messages;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.NewSpecification;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.SpecificationRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The product specifications, and the form for a new one. */
@Named
@ViewScoped
public class SpecificationListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CatalogueService catalogue;
  @Inject private OfferDesignService designs;

  private String code;
  private FulfilmentKind fulfilment = FulfilmentKind.NONE;
  private String nameEn;
  private String namePl;
  private transient List<SpecificationRow> rows;

  public String add() {
    designs.specify(new NewSpecification(code.strip(), fulfilment, nameEn, namePl, "", ""));
    Messages.done("products", "specification.added");
    return "/products/specification-list.xhtml?faces-redirect=true";
  }

  public List<SpecificationRow> getRows() {
    if (rows == null) {
      rows = catalogue.specifications();
    }
    return rows;
  }

  public FulfilmentKind[] getKinds() {
    return FulfilmentKind.values();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public FulfilmentKind getFulfilment() {
    return fulfilment;
  }

  public void setFulfilment(FulfilmentKind fulfilment) {
    this.fulfilment = fulfilment;
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
}
