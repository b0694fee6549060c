-- 018-joint - saving worksheets, field by field: a person's, and those that a
-- session owns, with what its group makes of them.
--
-- A joint worksheet is a worksheet of the session's space: its device opens
-- it, its key seals it, and it goes when the session goes.  How the group's
-- copy differs from the tool lies among its fields, sealed like them:
-- '_hidden.NAME', '_label.NAME', '_added.ID' (see content/sheet.h).

-- How many worksheets a session may have, and how many fields of its own
-- each of them.
CREATE FUNCTION learn.most_sheets() RETURNS int
LANGUAGE sql IMMUTABLE AS 'SELECT 40';
CREATE FUNCTION learn.most_added() RETURNS int
LANGUAGE sql IMMUTABLE AS 'SELECT 30';

-- Save fields of a worksheet: an array of {name, version, body}, version the
-- one that was changed (0: none), body sealed, as hex, or null: nothing is
-- to be there.  FRESH makes the worksheet.  A row for each field: 'saved';
-- 'conflict', with what is there instead.  One row alone: 'saved' without a
-- name (there was nothing to do), 'again' (this form was acted upon before),
-- 'full', 'closed' (nothing is open), 'gone' (the worksheet was erased).
-- In a session also 'paused' (only those who lead may write) and 'many' (it
-- has as many worksheets as it may have, or this one as many fields of its
-- own).  Who saves in the same session waits in turn.
CREATE FUNCTION learn.save_worksheet(key bytea, sheet bytea,
    at_tool text, at_follows bytea, fresh boolean, lang text, fields jsonb)
RETURNS TABLE (result text, name text, version int, body bytea)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	here	bytea := learn.writer();
	room	learn.session;
	why	text;
	new	record;
	at	int;
	sealed	bytea;
	shaped	boolean := false;	-- the copy differs from what it was
	named	boolean := fresh;	-- its line in the list does
BEGIN
	SELECT * INTO room FROM learn.session AS one
	 WHERE one.space_id = here FOR UPDATE;
	IF here IS NULL THEN
		why := 'closed';
	ELSIF EXISTS (SELECT FROM learn.request AS sent
	    WHERE sent.space_id = here AND sent.key_hash = key) THEN
		why := 'again';
	ELSIF room.state <> 'open' AND NOT learn.leads() THEN
		why := 'paused';
	ELSIF NOT learn.fits(length(fields::text) / 2) OR fresh
	    AND (SELECT count(*) >= 200 FROM learn.worksheet) THEN
		why := 'full';
	ELSIF room.space_id IS NOT NULL AND (fresh
	    AND (SELECT count(*) >= learn.most_sheets() FROM learn.worksheet)
	    OR learn.adds(sheet, fields) > learn.most_added()) THEN
		why := 'many';
	ELSIF NOT learn.once(key) THEN
		why := 'again';
	END IF;
	IF why IS NOT NULL THEN
		RETURN QUERY SELECT why, NULL, NULL::int, NULL::bytea;
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
		   SET saved_at = now(),
		       version = one.version + (fields <> '[]')::int
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
			CONTINUE;
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
		shaped := shaped OR new.name ~ '^_(hidden|label|added)\.';
		named := named OR new.name = '_title';
	END LOOP;
	IF NOT FOUND THEN
		RETURN QUERY SELECT 'saved', NULL, NULL::int, NULL::bytea;
	END IF;
	UPDATE learn.worksheet AS one
	   SET edition = one.edition + 1
	 WHERE shaped
	   AND one.space_id = here
	   AND one.worksheet_id = sheet;
	UPDATE learn.session AS one
	   SET version = one.version + 1
	 WHERE named
	   AND one.space_id = here;
END $$;

-- How many fields of its own a worksheet has, with those that are to be
-- added.
CREATE FUNCTION learn.adds(sheet bytea, fields jsonb) RETURNS bigint
LANGUAGE sql STABLE AS $$
SELECT CASE WHEN fields @? '$[*].name ? (@ starts with "_added.")' THEN (
	SELECT count(*)
	  FROM (
		SELECT name
		  FROM learn.field
		 WHERE space_id = (SELECT learn.person())
		   AND worksheet_id = sheet
		   AND name LIKE '\_added.%'
		 UNION
		SELECT one.name
		  FROM jsonb_to_recordset(fields) AS one (name text)
		 WHERE one.name LIKE '\_added.%') AS added)
       ELSE 0 END
$$;

-- A worksheet and all its fields are gone, at once; one of a session only by
-- those who lead it.
CREATE FUNCTION learn.erase_worksheet(key bytea, sheet bytea)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	here	bytea := learn.writer();
BEGIN
	IF EXISTS (SELECT FROM learn.session WHERE space_id = here)
	    AND NOT learn.leads() THEN
		RETURN;
	END IF;
	-- The same order as who saves.
	PERFORM FROM learn.session WHERE space_id = here FOR UPDATE;
	IF learn.once(key) THEN
		DELETE FROM learn.worksheet AS one
		 WHERE one.space_id = here
		   AND one.worksheet_id = sheet;
		UPDATE learn.session AS one
		   SET version = one.version + 1
		 WHERE one.space_id = here;
	END IF;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
