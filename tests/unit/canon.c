/*
 * canon.c - an author runs `profint format`: one way to write a thing.
 */
#include "base/buf.h"
#include "content/canon.h"

#include "sample.h"
#include "tap.h"

static struct mem	*mem;

static const char	item[] =
    "<item order='2' lang='fr' area='teams'>\n"
    "<!-- gone --><also area='methodology'/><also area='comprehensive'/>\n"
    "<link to='tool/wt1'/><link to='factor/f01-full-integration'/>"
    "<country code='SE'/><country code='FR'/>"
    "<organisation name='B &amp; C'></organisation><organisation name='A'/>"
    "<minutes> 30 </minutes>"
    "<source checked='2026-11-21' href='https://a.example/'> A \n B "
    "</source><was slug='old'/><withdrawn/></item>";

static const char	item_canon[] = SAMPLE_PROLOG
    "<item lang=\"fr\" order=\"2\" area=\"teams\">\n"
    "  <also area=\"comprehensive\"/>\n"
    "  <also area=\"methodology\"/>\n"
    "  <link to=\"factor/f01-full-integration\"/>\n"
    "  <link to=\"tool/wt1\"/>\n"
    "  <country code=\"FR\"/>\n"
    "  <country code=\"SE\"/>\n"
    "  <organisation name=\"B &amp; C\"/>\n"
    "  <organisation name=\"A\"/>\n"
    "  <minutes>30</minutes>\n"
    "  <source href=\"https://a.example/\" checked=\"2026-11-21\">A B"
    "</source>\n"
    "  <was slug=\"old\"/>\n"
    "  <withdrawn/>\n"
    "</item>\n";

static const char	fr[] =
    "<text xml:lang='fr'><title id='title'> T </title>"
    "<summary id='summary'>S &gt; &amp; \"q\"</summary>"
    "<section role='text'><h2 id='h'>H</h2><ul><li id='a'>one\n <em>two</em>"
    "</li></ul><figure name='wheel'></figure><table><tr><td id='c'/></tr>"
    "</table><timeline><turn minutes='5'><when id='w'>W</when>"
    "<what id='x'>X</what></turn></timeline></section></text>";

static const char	fr_canon[] = SAMPLE_PROLOG
    "<text xml:lang=\"fr\">\n"
    "  <title id=\"title\">T</title>\n"
    "  <summary id=\"summary\">S &gt; &amp; \"q\"</summary>\n"
    "  <section role=\"text\">\n"
    "    <h2 id=\"h\">H</h2>\n"
    "    <ul>\n"
    "      <li id=\"a\">one <em>two</em></li>\n"
    "    </ul>\n"
    "    <figure name=\"wheel\"/>\n"
    "    <table>\n"
    "      <tr>\n"
    "        <td id=\"c\"></td>\n"
    "      </tr>\n"
    "    </table>\n"
    "    <timeline>\n"
    "      <turn minutes=\"5\">\n"
    "        <when id=\"w\">W</when>\n"
    "        <what id=\"x\">X</what>\n"
    "      </turn>\n"
    "    </timeline>\n"
    "  </section>\n"
    "</text>\n";

static const char	sv[] =
    "<text xml:lang='sv'><li on='2026-01-02' by='A &lt; B' state='reviewed' "
    "of='01234567' id='a'>ett</li><title state='machine' id='title'>T"
    "</title></text>";

static const char	sv_canon[] = SAMPLE_PROLOG
    "<text xml:lang=\"sv\">\n"
    "  <title id=\"title\" state=\"machine\">T</title>\n"
    "  <li id=\"a\" of=\"01234567\" state=\"reviewed\" by=\"A &lt; B\" "
    "on=\"2026-01-02\">ett</li>\n"
    "</text>\n";

/* Without the declaration that sample_read() adds. */
static const char *
body(const char *file)
{
	return file + strlen(SAMPLE_PROLOG);
}

static void
check(const char *one, const char *two, const char *three,
    const char *sentences[])
{
	struct collection	*all;
	struct buf		*out;

	all = sample_read(mem, "page", one, two, three);
	faults_print(all->faults, "");
	if (ok(all->count == 1, sentences[0]) == 0)
		return;
	out = buf_new(mem, 1024);
	canon_item(out, all->items[0]);
	is_text(out->data, item_canon, sentences[1]);
	buf_clear(out);
	canon_text(out, all->items[0],
	    messages_tag(sample_messages, "fr"));
	is_text(out->data, fr_canon, sentences[2]);
	buf_clear(out);
	canon_text(out, all->items[0],
	    messages_tag(sample_messages, "sv"));
	is_text(out->data, sv_canon, sentences[3]);
}

int
main(void)
{
	const char	*first[] = {
		"a carelessly written item is read",
		"item.xml is written in order",
		"a source text is one segment a line",
		"a translation follows its source, reviews included"
	};
	const char	*second[] = {
		"canonical files are read",
		"a canonical item.xml stays as it is, byte for byte",
		"a canonical source text stays as it is",
		"a canonical translation stays as it is"
	};

	mem = mem_new();
	check(item, fr, sv, first);
	check(body(item_canon), body(fr_canon), body(sv_canon), second);
	mem_free(mem);
	return done();
}
