-- What a scanner for malware has said of a file. Files from before, and those of installations without a scanner, stay «none».
ALTER TABLE files
    ADD COLUMN scan_state text NOT NULL DEFAULT 'none'
        CHECK (scan_state IN ('none', 'waiting', 'clean', 'unscanned', 'infected')),
    ADD COLUMN scan_found text CHECK (length(scan_found) <= 200),
    ADD COLUMN scanned_at timestamptz,
    -- When the bytes in quarantine are destroyed; empty once they are.
    ADD COLUMN quarantined_until timestamptz,
    ADD CHECK ((scan_state = 'infected') = (scan_found IS NOT NULL));

CREATE INDEX files_quarantine ON files (id) WHERE scan_state = 'infected';
