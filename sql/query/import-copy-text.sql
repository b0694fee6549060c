-- import-copy-text - rows of stage_text (owner)
-- No rows.

COPY stage_text (
	number, lang, title, title_lang, summary, summary_lang, state, stale,
	missing, reviewed_by, reviewed_on, words, sort_key, initial,
	search_title, search_summary, search_body
) FROM STDIN
