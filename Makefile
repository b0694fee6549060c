# Makefile - everything there is to do with a checkout of Profint.
#
#	make run	install what is missing, build, serve on PORT (8080)
#			in the foreground; Ctrl-C ends it
#	make start	the same in the background; make stop ends it
#	make check	every test, beside a running site if there is one
#	make fuzz	hostile input, for SECONDS_EACH (600) a target
#	make lint	floors, doors, stems and the compiler's own analysis
#	make bench	how fast pages and search are; ITEMS='1000 10000' too
#	make eval	how well search finds; COLLECTIONS='FILE ...' too
#	make		only build
#	make install	DESTDIR= PREFIX=
#	make clean	forget build/; var/ keeps the database
#
# A new source, query, template or test needs no line here.

PORT	?= 8080
PREFIX	= /usr/local
SHARE	= $(PREFIX)/share/profint
BUILD	= build
CC	= gcc
CXX	= g++
CFLAGS	= -O2 -g
LDFLAGS	=

.DEFAULT_GOAL := all
MAKEFLAGS += --no-print-directory --no-builtin-rules
JOBS	= $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))

# --- flags ------------------------------------------------------------------

# Asked once, and only when something is compiled: before `make run` the
# packages may be missing.
PKGS	= libpq libxml-2.0 icu-i18n icu-uc jansson libqrencode libsodium libzip zlib
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)) -lfcgi)$(PKG_LIBS)

WARN	= -Wall -Wextra -Wformat=2 -Wimplicit-fallthrough \
	  -Wtrampolines -Wbidi-chars=any -Werror=format-security
WARN_C	= -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror=implicit \
	  -Werror=incompatible-pointer-types -Werror=int-conversion

HARDEN	= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-clash-protection \
	  -fstack-protector-strong -fcf-protection=full \
	  -ftrivial-auto-var-init=zero -fno-delete-null-pointer-checks \
	  -fno-strict-overflow -fno-strict-aliasing
HARDEN_LD = -Wl,-z,nodlopen,-z,noexecstack,-z,relro,-z,now
ifdef SANITIZE
CFLAGS	= -O1 -g
HARDEN	= -fsanitize=address,undefined -fno-sanitize-recover=undefined \
	  -fno-omit-frame-pointer
HARDEN_LD = -fsanitize=address,undefined
endif
# clang does not say that it sanitizes; base/mem.c wants to know.
ifdef FUZZ
CC	= clang
CXX	= clang++
CFLAGS	= -O1 -g
HARDEN	= -fsanitize=fuzzer-no-link,address,undefined \
	  -fno-sanitize-recover=undefined -D__SANITIZE_ADDRESS__ \
	  -Wno-unknown-warning-option
HARDEN_LD = -fsanitize=fuzzer,address,undefined
endif

ALL_FLAGS = $(WARN) $(HARDEN) -fPIE -MMD -MP -D_GNU_SOURCE -Icgi -Ibuild \
	  $(PKG_CFLAGS) $(CFLAGS)
LINK	= $(CXX) $(CFLAGS) $(HARDEN) -pie $(HARDEN_LD) \
	  -Wl,--as-needed,--no-copy-dt-needed-entries $(LDFLAGS)

# --- what is built ----------------------------------------------------------

FLOORS	= cgi/base cgi/adapt cgi/web cgi/content
objects	= $(patsubst %,$(BUILD)/%.o,$(basename $(wildcard $(1))))
sources	= $(foreach folder,$(1),$(folder)/*.c $(folder)/*.cc)

COMMON	= $(call objects,$(call sources,$(FLOORS))) $(BUILD)/query.o
PAGES	= $(call objects,$(call sources,cgi/page) cgi/route.c)
TOOLS	= $(call objects,$(call sources,cgi/tool))
UNITS	= $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
FUZZERS	= $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/*.c))
QUERIES	= $(wildcard sql/query/*.sql)
STATIC	= $(wildcard templates/static/*)
ERRORS	= $(patsubst nginx/%,build/%,$(wildcard nginx/errors/*.html))

all: $(BUILD)/profint.fcgi $(BUILD)/profint build/static.map $(ERRORS)

objects: $(BUILD)/cgi/main.o $(PAGES) $(COMMON) $(TOOLS)
	@:

units: $(UNITS)
	@:

fuzzers: $(FUZZERS)
	@:

$(BUILD)/profint.fcgi: $(BUILD)/cgi/main.o $(PAGES) $(COMMON) \
    $(BUILD)/profint.fcgi.list
$(BUILD)/profint: $(TOOLS) $(COMMON) $(BUILD)/profint.list

$(BUILD)/profint.fcgi $(BUILD)/profint:
	@echo "  link $@"
	@$(LINK) -o $@ $(filter %.o,$^) $(PKG_LIBS)

# The names a program is linked from; newer only when they change, so that
# a source that was removed counts too.
%.list: FORCE
	@mkdir -p $(@D)
	@echo '$(PAGES) $(COMMON) $(TOOLS)' | cmp -s - $@ || \
	    echo '$(PAGES) $(COMMON) $(TOOLS)' >$@

$(BUILD)/%.o: %.c Makefile | build/query.h
	@mkdir -p $(@D)
	@echo "  cc $<"
	@$(CC) -std=c11 $(WARN_C) $(ALL_FLAGS) -c -o $@ $<

$(BUILD)/%.o: %.cc Makefile | build/query.h
	@mkdir -p $(@D)
	@echo "  c++ $<"
	@$(CXX) -std=c++17 $(ALL_FLAGS) -c -o $@ $<

# The worker says in its probes which build it is.
$(BUILD)/cgi/main.o: ALL_FLAGS += -DPROFINT_DATA='"$(SHARE)"' \
    -DPROFINT_BUILD='"$(shell cat $(BUILD)/version)"'
$(BUILD)/cgi/main.o: $(BUILD)/version

$(BUILD)/version: FORCE
	@mkdir -p $(@D)
	@v=$$(git describe --always --tags 2>/dev/null) || v=unknown; \
	    echo "$$v" | cmp -s - $@ || echo "$$v" >$@

$(BUILD)/query.o: build/query.c Makefile
	@mkdir -p $(@D)
	@$(CC) -std=c11 $(WARN_C) $(ALL_FLAGS) -c -o $@ $<

build/query.c build/query.h &: sql/embed.awk sql/query $(QUERIES)
	@mkdir -p build
	@awk -v h=build/query.h -v c=build/query.c -f sql/embed.awk $(QUERIES)

# A unit test is a program of its own, over everything but the two mains.
$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(PAGES) $(COMMON) \
    $(filter-out %/profint.o,$(TOOLS))
	@mkdir -p $(@D)
	@$(LINK) -o $@ $^ $(PKG_LIBS)

# A fuzz target may take the place of one of ours: request.c plays the gate.
$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(PAGES) $(COMMON)
	@mkdir -p $(@D)
	@$(LINK) -o $@ $(if $(filter %/request.o,$<),$(filter-out \
	    %/gate.o,$^),$^) $(PKG_LIBS)

build/static.map: templates/fingerprint templates/static $(STATIC)
	@templates/fingerprint templates/static build/static $@

build/errors/%.html: nginx/errors/%.html build/static.map
	@mkdir -p $(@D)
	@sed "s|@STYLE@|$$(sed -n 's/^style.css	//p' build/static.map)|" \
	    $< >$@

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# --- serve ------------------------------------------------------------------

run start:
	@PORT=$(PORT) nginx/stack ready
	@nginx/packages run
	@$(MAKE) $(JOBS) all
	@PORT=$(PORT) BUILD=$(BUILD) exec nginx/stack $@

stop:
	@nginx/stack stop

# --- test -------------------------------------------------------------------

check:
	@nginx/packages check
	@$(MAKE) $(JOBS) all units build/node_modules
	@$(MAKE) $(JOBS) lint
	@$(MAKE) $(JOBS) BUILD=build/asan SANITIZE=1 all units
	@$(MAKE) $(JOBS) BUILD=build/fuzz FUZZ=1 fuzzers
	@tests/run

fuzz:
	@nginx/packages check
	@$(MAKE) $(JOBS) BUILD=build/fuzz FUZZ=1 fuzzers
	@SECONDS_EACH=$${SECONDS_EACH:-600} sh tests/fuzz/fuzz.sh

bench:
	@nginx/packages bench
	@$(MAKE) $(JOBS) all
	@sh tests/bench/pages.sh
	@sh tests/bench/search.sh
	@ITEMS=0 sh tests/bench/wordpress.sh

eval:
	@nginx/packages check
	@$(MAKE) $(JOBS) all
	@sh tests/search/eval.sh $(COLLECTIONS)

# The compiler's own analysis with warnings as errors, then our rules.
lint:
	@$(MAKE) BUILD=build/lint CFLAGS='-O2 -g -Werror' objects \
	    build/lint/profint
	@prove --quiet --exec sh tests/lint.sh

build/node_modules: tests/browser/package.json tests/browser/package-lock.json
	@mkdir -p build
	@cp $^ build/
	@echo "  npm"
	@cd build && npm ci --ignore-scripts --no-audit --no-fund \
	    --loglevel=error >npm.log 2>&1 || \
	    { echo "profint: npm could not fetch the tools of the browser" \
	    "tests (build/npm.log)" >&2; exit 1; }
	@touch $@

# --- install ----------------------------------------------------------------

HERE	= sed 's|@PREFIX@|$(PREFIX)|g; s|@SHARE@|$(SHARE)|g'
UNIT_FILES = $(wildcard nginx/systemd/*.service nginx/systemd/*.socket \
	     nginx/systemd/*.timer)

# Nothing outside PREFIX: /etc belongs to the host (nginx/README.md).
install: all
	@mkdir -p $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/profint \
	    $(DESTDIR)$(PREFIX)/lib/systemd/system \
	    $(DESTDIR)$(PREFIX)/lib/sysusers.d $(DESTDIR)$(SHARE)/nginx
	@install $(BUILD)/profint $(DESTDIR)$(PREFIX)/bin/
	@install $(BUILD)/profint.fcgi $(DESTDIR)$(PREFIX)/lib/profint/
	@find LICENSE templates i18n sql cgi/content build/static \
	    build/static.map build/errors -type f ! -name '*.[ch]' \
	    ! -name '*.awk' ! -name README.md ! -name fingerprint \
	    ! -path 'templates/static/*' ! -path 'sql/query/*' -print0 | tar -c --null -T - \
	    --owner=0 --group=0 --mode=u=rwX,go=rX | \
	    tar -x -C $(DESTDIR)$(SHARE)
	@install -m 644 nginx/*.conf nginx/host.conf.example \
	    $(DESTDIR)$(SHARE)/nginx/
	@rm $(DESTDIR)$(SHARE)/nginx/dev.conf
	@$(HERE) nginx/profint.conf >$(DESTDIR)$(SHARE)/nginx/profint.conf
	@awk -f nginx/languages.awk cgi/routes.def i18n/LOCALES \
	    >$(DESTDIR)$(SHARE)/nginx/languages.conf
	@install -m 644 nginx/systemd/profint.sysusers \
	    $(DESTDIR)$(PREFIX)/lib/sysusers.d/profint.conf
	@for unit in $(notdir $(UNIT_FILES)); do $(HERE) nginx/systemd/$$unit \
	    >$(DESTDIR)$(PREFIX)/lib/systemd/system/$$unit; done

clean:
	@rm -rf build

.PHONY: all objects units fuzzers run start stop check fuzz bench eval lint install clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:
