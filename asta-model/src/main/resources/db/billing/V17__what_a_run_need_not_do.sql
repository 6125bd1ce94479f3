-- A bill says whether an account pays on it in another's place, so that an invoice without such
-- lines need not look through its lines for their owners.
alter table billing.bill add column shared boolean not null default false;
update billing.bill b set shared = true
  from (select distinct account_id, bill_id from billing.bill_item
         where owner_account_id is not null) i
 where b.account_id = i.account_id and b.id = i.bill_id;

-- What one class writes and reads as a whole is JSON without the database parsing it for each row.
alter table billing.bill
  alter column charged drop default, alter column charged type text, alter column charged set default '[]',
  alter column used drop default, alter column used type text, alter column used set default '[]',
  alter column entered drop default, alter column entered type text, alter column entered set default '[]';
alter table billing.invoice alter column seller type text, alter column buyer type text;
