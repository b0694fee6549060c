-- 020-copy - what somebody takes from a session into a space of their own.

-- A copy is kept, all of it or nothing.  NOTES as learn.save_notes() has
-- them; SHEETS is an array of {sheet, tool, fields}: an id as hex, and
-- fields as learn.save_worksheet() has them.  Rows as of learn.save_notes():
-- none when there were no notes and all is kept.
CREATE FUNCTION learn.take_copy(key bytea, notes jsonb, sheets jsonb,
    lang text)
RETURNS TABLE (result text, kind text, slug text, segment text, version int,
    body bytea)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	new	record;
	why	text;
BEGIN
	IF EXISTS (SELECT FROM learn.request AS sent
	    WHERE sent.space_id = learn.person() AND sent.key_hash = key) THEN
		result := 'again';
		RETURN NEXT;
		RETURN;
	END IF;
	FOR new IN
		SELECT decode(one.sheet, 'hex') AS sheet, one.tool, one.fields
		  FROM jsonb_to_recordset(sheets)
		    AS one (sheet text, tool text, fields jsonb)
		 ORDER BY one.sheet
	LOOP
		SELECT saved.result INTO why
		  FROM learn.save_worksheet(sha256(key || new.sheet),
			new.sheet, new.tool, NULL, true, lang, new.fields)
		    AS saved
		 LIMIT 1;
		IF why <> 'saved' THEN
			RAISE EXCEPTION USING ERRCODE = 'PF001', MESSAGE = why;
		END IF;
	END LOOP;
	FOR result, kind, slug, segment, version, body IN
		SELECT saved.* FROM learn.save_notes(key, notes) AS saved
	LOOP
		IF result IN ('full', 'closed', 'again') THEN
			RAISE EXCEPTION USING ERRCODE = 'PF001',
			    MESSAGE = result;
		END IF;
		RETURN NEXT;
	END LOOP;
EXCEPTION
	-- What was kept above is not kept.
	WHEN SQLSTATE 'PF001' THEN
		result := SQLERRM;
		RETURN NEXT;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
