/*
 * secret.c - profint secret: make the file that keys forms and records.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "adapt/box.h"
#include "base/mem.h"
#include "tool/command.h"

const char command_secret_help[] =
"usage: profint secret FILE\n"
"\n"
"Writes a new secret to FILE, which only its owner can read.  An existing\n"
"file is left alone: with another secret, forms that are open now must be\n"
"sent twice, and records of completion can no longer be verified.\n"
"Keep it outside the database and its backups.\n";

int
command_secret(int argc, char **argv)
{
	unsigned char	 bytes[BOX_KEY];
	struct mem	*mem;
	char		*line;
	size_t		 length;
	int		 file, bad;

	if (argc != 2 || argv[1][0] == '-') {
		fputs(command_secret_help, stderr);
		return COMMAND_USAGE;
	}
	file = open(argv[1], O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file == -1) {
		perror(argv[1]);
		return COMMAND_FAILED;
	}
	box_open_door();
	box_random(bytes, sizeof(bytes));
	mem = mem_new();
	line = mem_format(mem, "%s\n", box_hex(mem, bytes, sizeof(bytes)));
	length = strlen(line);
	bad = write(file, line, length) != (ssize_t)length;
	bad |= fsync(file) != 0;
	bad |= close(file) != 0;
	if (bad)
		perror(argv[1]);
	mem_free(mem);
	return bad ? COMMAND_FAILED : COMMAND_OK;
}
