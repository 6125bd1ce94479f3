package com.asta.payments.model;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;

/**
 * The order of rows in one transaction, where an entity refers to another by its id: the database
 * checks references as rows come, so what is referred to is written first.
 */
final class WrittenAfter {
  private WrittenAfter() {}

  /** Postings come after their transactions. */
  public static final class Transactions implements DescriptorCustomizer {
    @Override
    public void customize(ClassDescriptor descriptor) {
      descriptor.addConstraintDependencies(LedgerTransaction.class);
    }
  }

  /** Allocations come after the items they settle. */
  public static final class Items implements DescriptorCustomizer {
    @Override
    public void customize(ClassDescriptor descriptor) {
      descriptor.addConstraintDependencies(OpenItem.class);
    }
  }

  /** Payments come after the statements that tell of them. */
  public static final class Statements implements DescriptorCustomizer {
    @Override
    public void customize(ClassDescriptor descriptor) {
      descriptor.addConstraintDependencies(BankStatement.class);
    }
  }
}
