-- Scans wait apart: recognising one takes long, and other files pass it.

ALTER TABLE intake ADD COLUMN lane text NOT NULL DEFAULT 'texts';
