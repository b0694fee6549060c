-- import-copy-section - rows of stage_section (owner)
-- No rows.

COPY stage_section (
	number, lang, position, step, role, anchor, heading, heading_lang,
	body, figure, answer
) FROM STDIN
