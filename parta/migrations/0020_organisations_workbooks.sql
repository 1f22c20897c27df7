-- Workbooks (XLSX, CSV) as one more source of the roster: each organisation has one of its own.
ALTER TABLE roster_sources ADD COLUMN workbook_of bigint UNIQUE REFERENCES organisations (id);

ALTER TABLE roster_imports
    ADD COLUMN kind text NOT NULL DEFAULT 'oneroster' CHECK (kind IN ('oneroster', 'workbook')),
    -- «Кого нет в файле, тот ушёл»
    ADD COLUMN leavers boolean NOT NULL DEFAULT true;

-- The column of a sheet that a refusal or a warning is about, in the words of the file.
ALTER TABLE roster_changes ADD COLUMN field text NOT NULL DEFAULT '';
