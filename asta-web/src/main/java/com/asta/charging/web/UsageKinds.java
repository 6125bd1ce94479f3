package com.asta.charging.web;

import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageMapping;
import com.asta.charging.service.UsageMappingService;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** Names of the kinds of usage files, those of the mappings too. */
@Named
@RequestScoped
public class UsageKinds {
  @Inject private UsageMappingService service;

  private List<UsageMapping> mappings;

  /** The name of a kind in the person's language; a mapping's is its own. */
  public String name(String kind) {
    if (Arrays.stream(UsageFileKind.values()).anyMatch(each -> each.code().equals(kind))) {
      return Messages.text(
          FacesContext.getCurrentInstance(), "charging", "usage.kind." + kind, new Object[0]);
    }
    return getMappings().stream()
        .filter(mapping -> mapping.kind().equals(kind))
        .map(UsageMapping::name)
        .findFirst()
        .orElse(kind);
  }

  /** The saved mappings. */
  public List<UsageMapping> getMappings() {
    if (mappings == null) {
      mappings = service.list();
    }
    return mappings;
  }
}
