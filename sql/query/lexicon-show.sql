-- lexicon-show - what a word is called in the other languages (owner)
--	$1	a word, or a few
-- Zero rows or more: lang, word, target_lang, target (as our texts write
-- it most, else its lexeme), weight, source.  In every language that knows
-- the word.

WITH asked AS (
	SELECT language.lang, language.position,
	       lexicon_lexemes(to_tsvector(language.search,
           search_fold(language.lang, $1))) AS lexemes
	  FROM language
), entry AS (
	SELECT lexicon.*, asked.position
	  FROM asked
	  JOIN lexicon
	    ON lexicon.lang = asked.lang
	   AND lexicon.head = split_part(asked.lexemes, ' ', 1)
	   AND lexicon.lexemes = asked.lexemes
)
SELECT entry.lang,
       lexicon_surface(entry.lang, entry.lexemes) AS word,
       entry.target_lang,
       lexicon_surface(entry.target_lang, entry.targets) AS target,
       entry.weight, entry.source
  FROM entry
  JOIN language AS target ON target.lang = entry.target_lang
 ORDER BY entry.position, target.position, entry.weight DESC, target,
       entry.source
