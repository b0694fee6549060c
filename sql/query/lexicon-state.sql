-- lexicon-state - note what a source was made from (owner)
--	$1	glossary, learned or dictionary
--	$2	version of what it was made from
-- One row: entries.

INSERT INTO lexicon_state (source, version, entries)
SELECT $1, $2, count(*) FROM lexicon WHERE source = $1
    ON CONFLICT (source) DO UPDATE
   SET version = excluded.version,
       entries = excluded.entries,
       made_at = excluded.made_at
RETURNING entries
