-- Credit that an issued bill gave back.
alter table charging.ledger_entry
  drop constraint ledger_entry_kind_check,
  add constraint ledger_entry_kind_check check (kind in ('OPENING', 'DEBIT', 'TOP_UP', 'ADJUSTMENT',
    'TRANSFER', 'REFUND', 'EXPIRY', 'FORFEIT', 'PAYMENT', 'BILLED'));
