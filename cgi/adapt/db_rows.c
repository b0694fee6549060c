/*
 * db_rows.c - the rows of an answer.
 */
#include <string.h>

#include <libpq-fe.h>

#include "adapt/db.h"
#include "adapt/db_private.h"
#include "base/log.h"

/* Types of PostgreSQL's catalogue, fixed for ever in pg_type.dat. */
enum {
	OID_BOOL = 16,
	OID_INT8 = 20,
	OID_INT2 = 21,
	OID_INT4 = 23,
	OID_JSON = 114,
	OID_XML = 142,
	OID_JSONB = 3802
};

int
rows_count(const struct rows *rows)
{
	return PQntuples(rows->result);
}

int
rows_columns(const struct rows *rows)
{
	return PQnfields(rows->result);
}

const char *
rows_name(const struct rows *rows, int column)
{
	return PQfname(rows->result, column);
}

enum rows_type
rows_type(const struct rows *rows, int column)
{
	switch (PQftype(rows->result, column)) {
	case OID_INT2:
	case OID_INT4:
	case OID_INT8:
		return ROWS_NUMBER;
	case OID_BOOL:
		return ROWS_BOOL;
	case OID_JSON:
	case OID_JSONB:
		return ROWS_JSON;
	case OID_XML:
		/* An expression could have made it of anything. */
		return PQftable(rows->result, column) != InvalidOid ?
		    ROWS_XML : ROWS_TEXT;
	default:
		return ROWS_TEXT;
	}
}

const char *
rows_value(const struct rows *rows, int row, int column)
{
	if (PQgetisnull(rows->result, row, column))
		return NULL;
	return PQgetvalue(rows->result, row, column);
}

/* Not PQfnumber(): it folds case and copies the name each time. */
const char *
rows_get(const struct rows *rows, int row, const char *name)
{
	int	column;

	for (column = 0; column < PQnfields(rows->result); column++)
		if (strcmp(PQfname(rows->result, column), name) == 0)
			return rows_value(rows, row, column);
	log_die("%s.sql has no column %s", query_files[rows->query].name, name);
}
