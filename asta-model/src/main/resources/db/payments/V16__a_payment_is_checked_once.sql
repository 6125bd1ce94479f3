-- Entries of a statement take their numbers fifty at a time, as all that is written in bulk does.
alter table payments.bank_entry alter column id set increment by 50;
select setval('payments.bank_entry_id_seq',
              (select coalesce(max(id), 0) + 50 from payments.bank_entry), false);

-- Each law of a payment's amounts once: that no part is more than the whole follows from that none
-- is below zero and that together they are not more.
alter table payments.payment
  drop constraint payment_check,
  drop constraint payment_check2,
  drop constraint payment_check3,
  drop constraint payment_check4,
  drop constraint payment_returned_part,
  add constraint payment_parts check (unallocated >= 0 and returned >= 0 and refunded >= 0
                                      and unallocated + returned + refunded <= amount);

-- Few payments change, and when they do the change stands in indexes as well: room beside them is
-- of no use.
alter table payments.payment reset (fillfactor);
