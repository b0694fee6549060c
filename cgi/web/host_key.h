/*
 * host_key.h - the key that a host may ask of those who open a session or a
 * campaign, so that strangers fill no disk.
 */
#ifndef WEB_HOST_KEY_H
#define WEB_HOST_KEY_H

struct host_key;

/*
 * The first line of file PATH, without blanks around it, of twelve to 64
 * bytes.  PATH NULL: none is asked for, and NULL is returned.  Ends the
 * program with the reason when there is no such key.  Lives for ever.
 */
struct host_key	*host_key_load(const char *path);

/* 1 when TYPED (NULL: nothing) is the key, with blanks around it or not, or
 * when none is asked for.  Takes as long when it is another. */
int		 host_key_fits(const struct host_key *, const char *typed);

#endif
