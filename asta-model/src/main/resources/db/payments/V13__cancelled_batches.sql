-- A batch of direct debits that did not reach the bank, or that the bank refused as a whole, can be
-- taken back; its debts are collected by a later batch as if it had never been.
alter table payments.debit_batch
  drop constraint debit_batch_state_check,
  add check (state in ('GATHERING', 'SUBMITTED', 'EMPTY', 'CANCELLED')),
  -- Who took the file away first, and perhaps to the bank.
  add column taken_at        timestamptz,
  add column taken_by        text,
  add column cancel_reason   text,
  add column cancel_asked_at timestamptz,
  add column cancel_asked_by text,
  add column cancelled_at    timestamptz,
  add column cancelled_by    text,
  add check ((state = 'CANCELLED') = (cancelled_at is not null));

alter table payments.collection
  drop constraint collection_state_check,
  add check (state in
    ('PENDING', 'SUBMITTED', 'ACCEPTED', 'COLLECTED', 'REJECTED', 'RETURNED', 'CANCELLED')),
  drop constraint collection_account_id_open_item_id_attempt_key;
-- What was cancelled is no attempt.
create unique index collection_attempt on payments.collection (account_id, open_item_id, attempt)
  where state <> 'CANCELLED';

-- A pause ends by its day; a mark beside it did not.
alter table payments.financial_account drop column dunning_paused;
