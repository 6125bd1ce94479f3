package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Roles;
import com.asta.products.model.Promotion;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Promotions: codes that orders redeem and discounts of offers name. They are redeemed with the
 * order, by {@link OrderService#place}.
 */
@Stateless
@RolesAllowed({Roles.PRODUCT_MANAGER, Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
public class PromotionService {
  private static final String SUBJECT = "Promotion";
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{3,20}");

  @Inject private Promotions promotions;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Offers a promotion.
   *
   * @return its id
   * @throws ProductsRefused PROMOTION_INVALID, PROMOTION_TAKEN
   */
  public long offer(NewPromotion wanted) {
    String code = wanted.code() == null ? "" : wanted.code().strip().toUpperCase(Locale.ROOT);
    boolean named = isNamed(wanted.nameEn()) && isNamed(wanted.namePl());
    boolean lasting =
        wanted.validFrom() != null
            && (wanted.validTo() == null || wanted.validTo().isAfter(wanted.validFrom()));
    if (!CODE.matcher(code).matches() || !named || !lasting || wanted.redemptionLimit() < 1) {
      throw new ProductsRefused(Reason.PROMOTION_INVALID, code);
    }
    if (promotions.byCode(code).isPresent()) {
      throw new ProductsRefused(Reason.PROMOTION_TAKEN, code);
    }
    Promotion promotion =
        new Promotion(
            code,
            wanted.validFrom(),
            wanted.validTo(),
            wanted.redemptionLimit(),
            wanted.exclusive());
    promotion.name(wanted.nameEn().strip(), wanted.namePl().strip());
    promotions.add(promotion);
    audit.record(SUBJECT, promotion.getId(), "offered", "code", null, code);
    return promotion.getId();
  }

  /**
   * Takes no more redemptions; who has redeemed it keeps the discount.
   *
   * @throws ProductsRefused PROMOTION_UNKNOWN
   */
  public void stop(long id) {
    if (promotions.find(id).stop()) {
      audit.record(SUBJECT, id, "stopped", null, null, null);
    }
  }

  /** Promotions whose code or name holds a text, the latest first. */
  @RolesAllowed({
    Roles.PRODUCT_MANAGER,
    Roles.MARKETER,
    Roles.AGENT,
    Roles.BILLING,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public List<PromotionRow> list(String text, int offset, int limit) {
    return promotions.list(text, today(), offset, limit);
  }

  private static boolean isNamed(String name) {
    return name != null && !name.isBlank();
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
