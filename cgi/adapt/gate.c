/*
 * gate.c - FastCGI by libfcgi, whose output side is not used.
 *
 * SIGTERM and SIGUSR1 stay blocked for ever and are read from a signalfd
 * that is watched beside the socket: no signal can fall between a test and
 * a wait, nor cut a request short.  The listening socket does not block, so
 * that a worker that comes second to a connection waits again.
 *
 * The answer leaves in one write(); each connection serves one request.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fastcgi.h>
#include <fcgiapp.h>

#include "adapt/gate.h"
#include "base/buf.h"
#include "base/limit.h"
#include "base/log.h"
#include "base/mem.h"

#define LISTENER	0
#define PIECE		((size_t)65528)	/* of a record; a multiple of 8 */
#define LONGEST		20	/* seconds for a request; nginx waits 10 */

struct gate {
	FCGX_Request	 request;
	int		 signals;
	int		 drained;	/* the body was read to its end */
	struct mem	*mem;
	struct buf	*out;		/* the records of the answer */
};

static void
check_listener(void)
{
	socklen_t	length = sizeof(int);
	int		listens = 0, flags;

	if (getsockopt(LISTENER, SOL_SOCKET, SO_ACCEPTCONN, &listens,
	    &length) != 0 || listens == 0)
		log_die("descriptor 0 is not a listening socket: start this "
		    "program with spawn-fcgi or systemd");
	flags = fcntl(LISTENER, F_GETFL);
	if (flags < 0 || fcntl(LISTENER, F_SETFL, flags | O_NONBLOCK) != 0)
		log_die("could not set the socket: %s", strerror(errno));
}

struct gate *
gate_open(void)
{
	struct gate	*gate;
	sigset_t	 set;

	check_listener();
	gate = calloc(1, sizeof(*gate));
	if (gate == NULL)
		log_die("out of memory for the gate");
	gate->mem = mem_new();
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	gate->signals = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	if (gate->signals < 0)
		log_die("could not watch signals: %s", strerror(errno));
	if (FCGX_Init() != 0 ||
	    FCGX_InitRequest(&gate->request, LISTENER, 0) != 0)
		log_die("could not start libfcgi");
	return gate;
}

void
gate_close(struct gate *gate)
{
	if (gate == NULL)
		return;
	close(gate->signals);
	mem_free(gate->mem);
	free(gate);
}

/* Wait until there is a connection.  0: asked to stop. */
static int
wait_connection(const struct gate *gate)
{
	struct pollfd	watch[2] = {
		{ .fd = LISTENER, .events = POLLIN },
		{ .fd = gate->signals, .events = POLLIN },
	};

	while (poll(watch, 2, -1) < 0)
		if (errno != EINTR)
			log_die("could not wait: %s", strerror(errno));
	return watch[1].revents == 0;
}

int
gate_accept(struct gate *gate)
{
	int	result;

	while (wait_connection(gate)) {
		gate->drained = 0;
		/* Reading counts too: the sender may fall silent. */
		limit_time(LONGEST);
		result = FCGX_Accept_r(&gate->request);
		if (result == 0)
			return 1;
		limit_time(0);
		/* Somebody else took it, or it was no FastCGI request. */
		if (result != -EAGAIN && result != -EINTR)
			log_die("could not accept: %s", strerror(-result));
	}
	return 0;
}

const char *
gate_param(const struct gate *gate, const char *name)
{
	return FCGX_GetParam(name, gate->request.envp);
}

/* Read the rest of the body and throw it away: closing a socket with
 * unread bytes would take the answer back. */
static void
drain(struct gate *gate)
{
	char	waste[8192];

	while (gate->drained == 0)
		if (FCGX_GetStr(waste, sizeof(waste), gate->request.in) <
		    (int)sizeof(waste))
			gate->drained = 1;
}

char *
gate_body(struct gate *gate, struct mem *mem, size_t limit, size_t *length)
{
	const char	*announced;
	char		*body, *end;
	unsigned long	 size;

	announced = gate_param(gate, "CONTENT_LENGTH");
	size = announced != NULL ? strtoul(announced, &end, 10) : 0;
	*length = 0;
	if (size > limit || size > 0x7fffffff) {
		drain(gate);
		return NULL;
	}
	body = mem_get(mem, size + 1);
	*length = (size_t)FCGX_GetStr(body, (int)size, gate->request.in);
	drain(gate);
	return *length == size ? body : NULL;
}

/* Add a record's header. */
static void
add_header(struct gate *gate, int type, size_t length)
{
	int		id = gate->request.requestId;
	FCGI_Header	header = {
		.version = FCGI_VERSION_1,
		.type = (unsigned char)type,
		.requestIdB1 = (unsigned char)(id >> 8),
		.requestIdB0 = (unsigned char)id,
		.contentLengthB1 = (unsigned char)(length >> 8),
		.contentLengthB0 = (unsigned char)length,
	};

	buf_add(gate->out, &header, sizeof(header));
}

static void
add_output(struct gate *gate, const char *bytes, size_t length)
{
	size_t	piece;

	for (; length > 0; bytes += piece, length -= piece) {
		piece = length < PIECE ? length : PIECE;
		add_header(gate, FCGI_STDOUT, piece);
		buf_add(gate->out, bytes, piece);
	}
}

static void
add_end(struct gate *gate)
{
	FCGI_EndRequestBody	end = {
		.protocolStatus = FCGI_REQUEST_COMPLETE
	};

	add_header(gate, FCGI_STDOUT, 0);
	add_header(gate, FCGI_END_REQUEST, sizeof(end));
	buf_add(gate->out, &end, sizeof(end));
}

int
gate_send(struct gate *gate, const char *head, size_t head_length,
    const char *body, size_t body_length)
{
	const char	*bytes;
	size_t		 left;
	ssize_t		 sent;

	drain(gate);
	gate->out = buf_new(gate->mem, head_length + body_length + 1024);
	add_output(gate, head, head_length);
	add_output(gate, body, body_length);
	add_end(gate);
	bytes = gate->out->data;
	for (left = gate->out->length; left > 0; left -= (size_t)sent) {
		/* SIGPIPE is ignored by FCGX_Init(). */
		sent = write(gate->request.ipcFd, bytes, left);
		if (sent < 0)
			return -1;
		bytes += sent;
	}
	return 0;
}

/* Not FCGX_Finish_r(): it would write records of its own, and wait until
 * nginx has closed its side. */
void
gate_finish(struct gate *gate)
{
	mem_reset(gate->mem);
	FCGX_Free(&gate->request, 0);
	close(gate->request.ipcFd);
	gate->request.ipcFd = -1;
	limit_time(0);
}
