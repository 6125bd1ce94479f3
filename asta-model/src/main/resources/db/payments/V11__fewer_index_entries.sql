-- What every payment and every bank entry pays for on its way in.

-- One index keeps a telling unique and finds references by their beginning; two did.
create unique index payment_told on payments.payment (reference text_pattern_ops, source);
alter table payments.payment drop constraint payment_source_reference_key;
drop index payments.payment_reference;

-- An entry with a reference of the bank's can only be like one without: these are few.
create index bank_entry_likeness_alone on payments.bank_entry (likeness) where not given;
