-- Run after each migration, also one that has nothing to do: without this row no entry is numbered.
SET ROLE log_owner;
INSERT INTO log.numbering DEFAULT VALUES ON CONFLICT DO NOTHING;
RESET ROLE;
