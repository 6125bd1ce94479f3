package com.asta.products.web;

import com.asta.products.service.MemberCard;
import com.asta.products.service.NewOrder.Item;
import com.asta.products.service.NewOrder.Member;
import com.asta.products.service.OfferCard;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** An offer in the basket, with the quantities of its members if it is a bundle. */
public class BasketLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long offerVersionId;
  private final String code;
  private final String nameEn;
  private final String namePl;
  private final boolean numbered;
  private final List<MemberChoice> members = new ArrayList<>();
  private final List<UnitLine> units = new ArrayList<>();

  BasketLine(OfferCard offer, List<MemberCard> bundled) {
    this.offerVersionId = offer.offerVersionId();
    this.code = offer.code();
    this.nameEn = offer.nameEn();
    this.namePl = offer.namePl();
    this.numbered = bundled.isEmpty() && offer.fulfilment().needsNumber();
    bundled.forEach(each -> members.add(new MemberChoice(each.member(), each.offer())));
  }

  /** Makes one unit for each number that is needed; numbers typed before are kept. */
  void spread() {
    List<UnitLine> needed = new ArrayList<>();
    if (numbered) {
      needed.add(new UnitLine(code, nameEn, namePl));
    }
    for (MemberChoice member : members) {
      for (int each = 0; member.isNumbered() && each < member.getQuantity(); each++) {
        needed.add(new UnitLine(member.getCode(), member.getNameEn(), member.getNamePl()));
      }
    }
    for (int index = 0; index < Math.min(needed.size(), units.size()); index++) {
      needed.get(index).setNumber(units.get(index).getNumber());
    }
    units.clear();
    units.addAll(needed);
  }

  Item item() {
    List<Member> chosen =
        members.stream()
            .map(
                member ->
                    new Member(member.getCode(), member.getQuantity(), numbersOf(member.getCode())))
            .toList();
    String own = numbered && !units.isEmpty() ? units.get(0).getNumber() : null;
    return new Item(offerVersionId, own, chosen);
  }

  private List<String> numbersOf(String offerCode) {
    return units.stream()
        .filter(unit -> unit.getOfferCode().equals(offerCode))
        .map(UnitLine::getNumber)
        .filter(number -> number != null)
        .toList();
  }

  public long getOfferVersionId() {
    return offerVersionId;
  }

  public String getCode() {
    return code;
  }

  public String getNameEn() {
    return nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public List<MemberChoice> getMembers() {
    return members;
  }

  public List<UnitLine> getUnits() {
    return units;
  }
}
