-- 008-worksheet - saving worksheets, field by field.

-- Save fields of a worksheet: an array of {name, version, body}, version the
-- one that was changed (0: none), body sealed, as hex, or null: nothing is
-- to be there.  FRESH makes the worksheet.  A row for each field: 'saved';
-- 'conflict', with what is there instead.  One row alone: 'saved' without a
-- name (there was nothing to do), 'again' (this form was acted upon before),
-- 'full', 'closed' (nothing is open), 'gone' (the worksheet was erased).
CREATE FUNCTION learn.save_worksheet(key bytea, sheet bytea, at_tool text,
    at_follows bytea, fresh boolean, lang text, fields jsonb)
RETURNS TABLE (result text, name text, version int, body bytea)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	here	bytea := learn.writer();
	new	record;
	at	int;
	sealed	bytea;
BEGIN
	IF here IS NULL THEN
		RETURN QUERY SELECT 'closed', NULL, NULL::int, NULL::bytea;
		RETURN;
	ELSIF NOT learn.fits(length(fields::text) / 2) OR fresh
	    AND (SELECT count(*) >= 200 FROM learn.worksheet) THEN
		RETURN QUERY SELECT 'full', NULL, NULL::int, NULL::bytea;
		RETURN;
	ELSIF NOT learn.once(key) THEN
		RETURN QUERY SELECT 'again', NULL, NULL::int, NULL::bytea;
		RETURN;
	END IF;
	IF fresh THEN
		INSERT INTO learn.worksheet (space_id, worksheet_id, tool,
		    follows)
		VALUES (here, sheet, at_tool, at_follows);
		PERFORM learn.count('worksheet', at_tool, lang);
	ELSE
		-- Who saves the same sheet meanwhile waits here.
		UPDATE learn.worksheet AS one
		   SET saved_at = now()
		 WHERE one.space_id = here
		   AND one.worksheet_id = sheet
		   AND one.tool = ANY (learn.names('tool', at_tool));
		IF NOT FOUND THEN
			DELETE FROM learn.request AS sent
			 WHERE sent.space_id = here AND sent.key_hash = key;
			RETURN QUERY SELECT 'gone', NULL, NULL::int,
			    NULL::bytea;
			RETURN;
		END IF;
	END IF;
	FOR new IN
		SELECT one.name, one.version, decode(one.body, 'hex') AS body
		  FROM jsonb_to_recordset(fields)
		    AS one (name text, version int, body text)
	LOOP
		SELECT old.version, old.body INTO at, sealed
		  FROM learn.field AS old
		 WHERE old.space_id = here
		   AND old.worksheet_id = sheet
		   AND old.name = new.name;
		-- Words that another device took away are no words lost.
		IF at IS NOT NULL AND at <> new.version THEN
			RETURN QUERY SELECT 'conflict', new.name, at, sealed;
		ELSIF new.body IS NULL THEN
			DELETE FROM learn.field AS old
			 WHERE old.space_id = here
			   AND old.worksheet_id = sheet
			   AND old.name = new.name;
			RETURN QUERY SELECT 'saved', new.name, 0, NULL::bytea;
		ELSE
			INSERT INTO learn.field AS old (space_id,
			    worksheet_id, name, version, body)
			VALUES (here, sheet, new.name, new.version + 1,
			    new.body)
			    ON CONFLICT (space_id, worksheet_id, name)
			    DO UPDATE
			   SET version = excluded.version,
			       body = excluded.body;
			RETURN QUERY SELECT 'saved', new.name,
			    new.version + 1, NULL::bytea;
		END IF;
	END LOOP;
	IF NOT FOUND THEN
		RETURN QUERY SELECT 'saved', NULL, NULL::int, NULL::bytea;
	END IF;
END $$;

-- A worksheet and all its fields are gone, at once.
CREATE FUNCTION learn.erase_worksheet(key bytea, sheet bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	IF learn.once(key) THEN
		DELETE FROM learn.worksheet AS one
		 WHERE one.space_id = (SELECT learn.person())
		   AND one.worksheet_id = sheet;
	END IF;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
