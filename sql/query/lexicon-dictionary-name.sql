-- lexicon-dictionary-name - phrases that are the same as lexemes (owner)
-- No rows.

INSERT INTO stage_name (lang, lexemes, written)
SELECT name.lang, name.lexemes, NOT EXISTS (
           SELECT FROM string_to_table(name.lexemes, ' ') AS one (lexeme)
             LEFT JOIN search_lexeme AS known
               ON known.lang = name.lang AND known.lexeme = one.lexeme
            WHERE known.lexeme IS NULL)
  FROM (SELECT DISTINCT lang, lexemes
          FROM stage_phrase
         WHERE lexemes <> '') AS name
