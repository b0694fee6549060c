-- exact - the same ranking over lists that are not cut, without a bound.
--
-- psql -f tests/bench/exact.sql, once for each catalogue; makes schema bench.

\set QUIET on
\set ON_ERROR_STOP on
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE UNLOGGED TABLE bench.best (LIKE search_best INCLUDING INDEXES);
SELECT replace(replace(replace(pg_get_functiondef(
           'search_refresh_best'::regproc), '[:2000]', ''),
           ' search_best', ' bench.best'),
           'public.search_refresh_best', 'bench.refresh') AS refresh,
       replace(replace(replace(replace(pg_get_functiondef(
           'search_hits'::regproc), 'public.search_hits', 'bench.hits'),
           ' search_best', ' bench.best'), 'ELSE 2000 END',
           'ELSE 1000000000 END'),
           'least(2000, greatest(', 'greatest(1000000000, greatest(') AS exact \gset
:refresh;
:exact;
-- Its answers take long: each is asked for once.
CREATE TABLE bench.known (
	lang		text,
	question	text,
	number		int,		-- of the best, 10 at most
	items		int[],		-- and those as good as the last of them
	PRIMARY KEY (lang, question)
);
SELECT bench.refresh(lang) FROM language \g /dev/null
ANALYZE bench.best;
