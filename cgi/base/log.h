/*
 * log.h - one JSON object per line on standard error.
 *
 * Log text: lower case, no full stop, names the object and the reason.
 * Never a query text, an address or anything a person wrote.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* Name the program in every line ("profint.fcgi").  Until called:
 * plain text without JSON, as the command line wants it. */
void	log_open(const char *program);

/* {"time":…,"level":"info|warning","text":…} */
void	log_info(const char *format, ...)
	    __attribute__((format(printf, 1, 2)));
void	log_warn(const char *format, ...)
	    __attribute__((format(printf, 1, 2)));

/* log_warn() as level "fatal", then exit(1). */
void	log_die(const char *format, ...)
	    __attribute__((format(printf, 1, 2), noreturn));

/* What one request did. */
struct log_request {
	const char	*id;		/* request id from nginx, 32 hex */
	const char	*route;		/* the route's pattern, or "-" */
	const char	*method;
	int		 status;
	long		 all_us;	/* microseconds in all */
	long		 database_us;	/* of which waiting for PostgreSQL */
	long		 rows;		/* rows received */
	long		 bytes;		/* body bytes */
};

void	log_request(const struct log_request *);

#endif
