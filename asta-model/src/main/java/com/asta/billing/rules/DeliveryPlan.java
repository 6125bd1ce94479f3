package com.asta.billing.rules;

/**
 * Which way a document takes to its payer.
 *
 * @param detour why it is not the way the account says; null if it is
 */
public record DeliveryPlan(BillDelivery channel, Detour detour) {
  /** Why a document does not go the way the account says. */
  public enum Detour {
    /** There is no e-mail address: it is printed. */
    NO_ADDRESS,
    /** Mail to the account is held back: it waits in self-care. */
    HELD
  }

  /**
   * Decides for one document.
   *
   * @param email the payer's address today; null or blank if there is none
   * @param held true while e-mail to the account is held back
   */
  public static DeliveryPlan of(BillDelivery wanted, String email, boolean held) {
    if (wanted != BillDelivery.EMAIL) {
      return new DeliveryPlan(wanted, null);
    }
    if (held) {
      return new DeliveryPlan(BillDelivery.SELF_CARE, Detour.HELD);
    }
    return email == null || email.isBlank()
        ? new DeliveryPlan(BillDelivery.PAPER, Detour.NO_ADDRESS)
        : new DeliveryPlan(BillDelivery.EMAIL, null);
  }
}
