package com.asta.products.web;

import com.asta.products.rules.BundleMember;
import java.io.Serializable;

/** A member of a bundle being edited. */
public class MemberLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private String code;
  private int min = 1;
  private int max = 1;
  private int byDefault = 1;

  static MemberLine of(BundleMember member) {
    MemberLine line = new MemberLine();
    line.code = member.code();
    line.min = member.min();
    line.max = member.max();
    line.byDefault = member.byDefault();
    return line;
  }

  BundleMember member() {
    return new BundleMember(code, min, max, byDefault);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public int getMin() {
    return min;
  }

  public void setMin(int min) {
    this.min = min;
  }

  public int getMax() {
    return max;
  }

  public void setMax(int max) {
    this.max = max;
  }

  public int getByDefault() {
    return byDefault;
  }

  public void setByDefault(int byDefault) {
    this.byDefault = byDefault;
  }
}
