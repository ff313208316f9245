# ungarble: one file of rules.  GNU make 4; output goes to $(BUILD).
#
# Sources are found by name, so a new file needs no line here:
#   src/**/X.c, X.cc      the library, but for src/cli/ (the program) and for
#   src/**/X_gen.c        which prints a committed table, see "tables" below
#   src/**/*train*.c      which read texts: make models, make fit
#   tests/**/X_test.c     a test program, linked with the library's inside
#   tests/{cli,build}/X.sh  a test of the program, of what is built
#   tests/eval/X.sh       an evaluation with a floor, for check-full
#   tests/cluster/X.sh    a test with daemons of its own, for check-full under CI
#   tests/fuzz/X_fuzz.c   a fuzzer; tests/fuzz/X/ its corpus
#   other tests/**/X.c    helpers that tests may call

BUILD  = build
PREFIX = /usr/local
LIBDIR = $(PREFIX)/lib
MANDIR = $(PREFIX)/share/man
DOCDIR = $(PREFIX)/share/doc/ungarble
DEPS   = yes

ifneq ($(filter default undefined,$(origin CC)),)
CC = cc
endif
ifneq ($(filter default undefined,$(origin CXX)),)
CXX = $(if $(findstring clang,$(CC)),clang++,c++)
endif
AR = ar
NM = nm
PKG_CONFIG = pkg-config

# Optimisation and debugging: yours to replace.
CFLAGS   = -O2 -g
CXXFLAGS = $(CFLAGS)

# Language, warnings and visibility: not.
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
C_ONLY = -std=c11 -ffp-contract=off $(WARN) -Wstrict-prototypes -Wmissing-prototypes
CXX_ONLY = -std=c++17 $(WARN)
COMMON = -fPIC -pthread -fvisibility=hidden -MMD -MP -Isrc

# What is made, or with V=1 how.
say = $(if $(filter 1,$(V)),,@$(if $(findstring s,$(firstword -$(MAKEFLAGS))),,echo '  $@';) )

SHELL = /bin/sh
MAKEFLAGS += --no-builtin-rules --no-builtin-variables
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif
.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:

# ---- what there is

train = $(foreach f,$1,$(if $(findstring train,$(notdir $f)),$f))
objects = $(addprefix $(BUILD)/,$(addsuffix .o,$(basename $1)))

SOURCES  := $(sort $(shell find src -name '*.c' -o -name '*.cc'))
TRAIN_C  := $(call train,$(SOURCES))
TRAIN    := $(if $(TRAIN_C),$(shell grep -lw '^main' $(TRAIN_C)))
FIT      := $(filter %/fit_train.c %/mojibake_train.c %/mixup_train.c,$(TRAIN))
GEN_C    := $(filter %_gen.c,$(SOURCES))
GEN      := $(GEN_C)
CLI      := $(filter-out $(GEN_C),$(filter src/cli/%,$(SOURCES)))
LIB      := $(filter-out $(TRAIN_C) $(GEN_C) $(CLI),$(SOURCES))
TESTING  := $(sort $(shell find tests -name '*.c'))
TEST_C   := $(filter-out $(if $(INSTRUMENTED),%/cost_test.c),$(filter %_test.c,$(TESTING)))
FUZZ     := $(filter tests/fuzz/%_fuzz.c,$(TESTING))
BENCH    := $(filter tests/bench/%.c,$(TESTING))
HELP_C   := $(filter-out %_test.c tests/fuzz/% tests/bench/%,$(TESTING))
TEST_SH  := $(filter-out %/lib.sh,$(sort \
    $(wildcard tests/cli/*.sh $(if $(INSTRUMENTED),,tests/build/*.sh))))
EVAL     := $(filter-out %/lib.sh,$(sort $(wildcard tests/eval/*.sh)))
CLUSTER  := $(filter-out %/lib.sh,$(sort $(wildcard tests/cluster/*.sh)))
MAN      := $(sort $(wildcard man/*.[1-9]))

A        = $(BUILD)/libungarble.a
SO       = $(BUILD)/libungarble.so.0
PROGRAM  = $(BUILD)/ungarble
HELPERS  = $(BUILD)/libhelpers.a
TESTS    = $(TEST_C:%.c=$(BUILD)/%)
REPLAYS  = $(FUZZ:%_fuzz.c=$(BUILD)/%_replay)

VERSION  = $(shell sed -n 's/.*UG_VERSION "\(.*\)".*/\1/p' src/*.[ch])

# A path from / as a word of a shell.
absolute = '$(subst ','\'',$(abspath $1))'

# ---- what it needs, looked up once and not before a rule asks

once = $(eval $1 := $$(shell $2))$($1)$(if $(filter-out 0,$(.SHELLSTATUS)),\
    $(error $2: failed; "make deps" installs what is missing))
PACKAGES   = icu-uc uchardet
PKG_CFLAGS = $(call once,PKG_CFLAGS,$(PKG_CONFIG) --cflags $(PACKAGES))
PKG_LIBS   = $(call once,PKG_LIBS,$(PKG_CONFIG) --libs $(PACKAGES))

# Compressed forms that the program reads, each if its library is there.
FORMS       = gzip xz zstd bzip2
FORM_CFLAGS = $(call once,FORM_CFLAGS,CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' .ci/forms cflags $(FORMS))
FORM_LIBS   = $(call once,FORM_LIBS,CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' .ci/forms libs $(FORMS))

COMPILE_C   = $(CC) $(COMMON) $(C_ONLY) $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS)
COMPILE_CXX = $(CXX) $(COMMON) $(CXX_ONLY) $(PKG_CFLAGS) $(CPPFLAGS) $(CXXFLAGS)
LINK        = $(CXX) -pthread $(CXXFLAGS) $(LDFLAGS)
LIBS        = $(PKG_LIBS) $(MORE_LIBS) $(LDLIBS)

# The same bytes come of it wherever it is built.
ANYWHERE = $(call once,ANYWHERE,echo 'int x;' | \
    $(CC) -ffile-prefix-map=/=/ -x c -c -o /dev/null - 2>/dev/null && \
    echo '-ffile-prefix-map="$$$$PWD"=.' || true)
ARCHIVE = $(call once,ARCHIVE,$(AR) --help 2>/dev/null | grep -q '\[D\]' && echo rcsD || echo rcs)

# What measures coverage, or looks for faults, opens files of its own.
SANDBOX = $(if $(INSTRUMENTED),-DCLI_SANDBOX_NONE)

.PHONY: all
all: $(A) $(SO) $(PROGRAM) ## the library and the program

# ---- help

.PHONY: help
help: ## this list
	@echo 'make TARGET [CC=..] [CFLAGS=..] [BUILD=..] [PREFIX=..] [DESTDIR=..] [DEPS=no]'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1@\2/p' Makefile | \
	    awk -F@ '{ printf "%-16s %s\n", $$1, $$2 }'

# ---- dependencies

.PHONY: deps deps-build deps-check deps-full deps-cluster
deps: deps-build deps-check ## install what building and testing need

deps-build deps-check deps-full deps-cluster:
ifneq ($(DEPS),no)
	@CC='$(CC)' CXX='$(CXX)' PKG_CONFIG='$(PKG_CONFIG)' \
	    PACKAGES='$(PACKAGES)' .ci/deps $(@:deps-%=%)
endif
deps-check: | deps-build
deps-full deps-cluster: | deps-check

# ---- compiling

# Changed flags, and files that went away, rebuild what they touch.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(COMPILE_C)' '$(COMPILE_CXX)' '$(LINK) $(LIBS)' >$@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@
$(BUILD)/src/cli/sandbox.o: private COMMON += $(SANDBOX)
FORM_O = $(call objects,$(filter src/cli/form_%,$(CLI)))
$(FORM_O): private COMMON += $(FORM_CFLAGS)
$(FORM_O): $(BUILD)/forms
$(BUILD)/forms: FORCE
	@mkdir -p $(@D)
	@echo '$(FORM_CFLAGS) $(FORM_LIBS)' >$@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@
$(BUILD)/names: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(LIB) $(CLI) $(HELP_C) >$@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@
FORCE:
.PHONY: FORCE

ifneq ($(filter check check-full sanitize memcheck neon,$(MAKECMDGOALS)),)
$(BUILD)/flags: | deps-check
else ifneq ($(filter demo,$(MAKECMDGOALS)),)
$(BUILD)/flags: | deps-build
endif

# What a processor may have: these look whether it does when they run.
AVX2 = $(if $(filter x86_64-%,$(shell $(CC) -dumpmachine)),-mavx2 -mbmi -mbmi2)
$(BUILD)/src/%_avx2.o: private COMMON += $(AVX2)
$(BUILD)/tests/base/block_avx2_test.o: private COMMON += $(AVX2)
$(BUILD)/tests/%.o: private COMMON += -Itests
BLOBS := $(if $(LIB),$(shell grep -l '^UG_INCBIN' $(LIB)))
$(call objects,$(BLOBS)): $(wildcard $(addsuffix *.bin,$(dir $(BLOBS))))

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(say)$(COMPILE_C) $(ANYWHERE) -c -o $@ $<
$(BUILD)/%.o: %.cc $(BUILD)/flags
	@mkdir -p $(@D)
	$(say)$(COMPILE_CXX) $(ANYWHERE) -c -o $@ $<

$(A): $(call objects,$(LIB)) $(BUILD)/names
	@rm -f $@
	$(say)$(AR) $(ARCHIVE) $@ $(filter %.o,$^)
$(HELPERS): $(call objects,$(HELP_C)) $(BUILD)/names
	@rm -f $@
	$(say)$(AR) $(ARCHIVE) $@ $(filter %.o,$^)
# The library exports what the map lists and nothing else.
$(SO): $(call objects,$(LIB)) src/ungarble.map $(BUILD)/names
	$(say)$(LINK) -shared -Wl,-soname,$(@F) -Wl,-z,defs \
	    -Wl,--version-script,src/ungarble.map -o $@ $(filter %.o,$^) $(LIBS)
$(PROGRAM): private MORE_LIBS = $(FORM_LIBS)
$(PROGRAM): $(call objects,$(CLI)) $(A)
	$(say)$(LINK) -o $@ $^ $(LIBS)

# Those of the program stand on all of it but main().
TESTS_CLI = $(filter $(BUILD)/tests/cli/%,$(TESTS))
CLI_O     = $(filter-out %/main.o,$(call objects,$(CLI)))
$(filter-out $(TESTS_CLI),$(TESTS)): %: %.o $(HELPERS) $(A)
	$(say)$(LINK) -o $@ $^ $(LIBS) -lm
$(TESTS_CLI): private MORE_LIBS = $(FORM_LIBS)
$(TESTS_CLI): %: %.o $(CLI_O) $(HELPERS) $(A)
	$(say)$(LINK) -o $@ $^ $(LIBS)
$(TRAIN:%.c=$(BUILD)/%): %: %.o $(call objects,$(filter-out $(TRAIN),$(TRAIN_C))) $(A)
	$(say)$(LINK) -o $@ $^ $(LIBS) -lm
# Generators may call what does not stand on tables itself.
TABLELESS = $(if $(LIB),$(shell grep -L '_table\.h"' $(LIB)))
$(BUILD)/libtableless.a: $(call objects,$(TABLELESS)) $(BUILD)/names
	@rm -f $@
	$(say)$(AR) $(ARCHIVE) $@ $(filter %.o,$^)
$(GEN_C:%.c=$(BUILD)/%): %: %.o $(BUILD)/libtableless.a
	$(say)$(LINK) -o $@ $^ $(LIBS) -lm
# One of them measures ICU's detector too, which the library does not use.
BENCH_LIBS = $(call once,BENCH_LIBS,$(PKG_CONFIG) --libs icu-i18n)
$(BUILD)/tests/bench/detect: private LDLIBS += $(BENCH_LIBS)
$(BENCH:%.c=$(BUILD)/%): %: %.o $(HELPERS) $(A)
	$(say)$(LINK) -o $@ $^ $(LIBS)
# Three fuzzers read what the program does: command lines, reports and files.
OF_FUZZ = $(if $(filter %/args %/report %/source,$(@:_$(lastword $(subst _, ,$@))=)),$(CLI_O))
$(REPLAYS) $(BUILD)/%_fuzzer: private MORE_LIBS = $(if $(OF_FUZZ),$(FORM_LIBS))
.SECONDEXPANSION:
$(REPLAYS): %_replay: %_fuzz.o $(BUILD)/tests/fuzz/replay.o $$(OF_FUZZ) $(HELPERS) $(A)
	$(say)$(LINK) -o $@ $^ $(LIBS)

-include $(shell find $(BUILD)/src $(BUILD)/tests -name '*.d' -type f 2>/dev/null)

# ---- tests: each is a target; its output is kept, and shown if it fails

TRY = UNGARBLE=$(call absolute,$(PROGRAM)) BUILD='$(BUILD)' CC='$(CC)' CXX='$(CXX)' \
    CFLAGS='$(CFLAGS)' NM='$(NM)' MAKE='$(MAKE)' .ci/try $(BUILD)/results
# Leaks are looked for in the tests of the library: not under strace, and not in
# generators, which leave their memory to the system.
TRY_LEAKY = ASAN_OPTIONS=detect_leaks=0 $(TRY)
UNIT = $(TESTS:=.run)
TABLES_CMP = $(GEN:%.c=$(BUILD)/%.cmp)
UNITS = $(UNIT) $(REPLAYS:=.run) $(TEST_SH:%=$(BUILD)/%.run) $(TABLES_CMP)

$(BUILD)/tests/%_test.run: $(BUILD)/tests/%_test FORCE
	@$(TRY) $*_test $(RUN) $<
$(BUILD)/tests/fuzz/%_replay.run: $(BUILD)/tests/fuzz/%_replay FORCE
	@$(TRY) fuzz/$*_replay $(RUN) $< tests/fuzz/$* samples
$(BUILD)/%.sh.run: %.sh all FORCE
	@$(TRY_LEAKY) $(patsubst tests/%,%,$*) sh $< $(call absolute,$(PROGRAM))

.PHONY: check check-unit check-eval check-full check-stream sanitize memcheck
check-unit: $(UNITS)
	@.ci/try $(BUILD)/results --total $(words $(UNITS))
check: deps-check check-unit ## every test; under five minutes on two cores
$(BUILD)/tests/build/twins.sh.run: | $(TESTS)
# Some evaluations run a bench program.
$(EVAL:%=$(BUILD)/%.run): | $(BENCH:%.c=$(BUILD)/%)
check-eval: $(EVAL:%=$(BUILD)/%.run)
	@.ci/try $(BUILD)/results --total $(words $(EVAL))
# Each starts daemons of its own, so one after the other.
.PHONY: check-cluster
check-cluster: deps-cluster all
	@for test in $(CLUSTER:tests/%.sh=%); do \
	    $(TRY_LEAKY) $$test sh tests/$$test.sh $(call absolute,$(PROGRAM)); \
	done
	@.ci/try $(BUILD)/results --total $(words $(CLUSTER))
check-full: deps-full ## check, evaluations, machines and servers, sanitize, memcheck, neon, dist
	@.ci/full '$(MAKE)' $(BUILD) $(STAGES)

STREAM = $(filter $(BUILD)/tests/stream/%,$(UNIT))
check-stream: $(STREAM)
	@.ci/try $(BUILD)/results --total $(words $(STREAM))
check-stream: export UG_TEST_SIZE = 20000000
check-stream check-eval check-memory: export TEST_SECONDS = 1800

SANITIZE = -O1 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined \
    -fno-sanitize-recover=all
sanitize: deps-check ## every test under ASan and UBSan
	@TEST_SECONDS=900 $(MAKE) check-unit DEPS=no INSTRUMENTED=yes \
	    BUILD=$(BUILD)/sanitize CFLAGS='$(SANITIZE)'
memcheck: deps-full ## the unit tests under valgrind
	@$(MAKE) check-memory DEPS=no RUN='valgrind -q --error-exitcode=99 \
	    --suppressions=tests/valgrind.supp \
	    --leak-check=full --errors-for-leak-kinds=definite'
MEMCHECK = $(filter-out $(BUILD)/tests/stream/% $(BUILD)/tests/golden/%,$(UNIT))
.PHONY: check-memory
check-memory: $(MEMCHECK)
	@.ci/try $(BUILD)/results --total $(words $(MEMCHECK))
neon: deps-full $(TESTS) ## the unit tests for aarch64, under qemu
	@LIB='$(LIB)' HELP_C='$(HELP_C)' TESTS='$(TESTS)' NM='$(NM)' \
	    .ci/neon '$(MAKE)' $(BUILD)
.PHONY: neon check-some
check-some: $(SOME:=.run)
	@.ci/try $(BUILD)/results --total $(words $(SOME))

# ---- committed tables: X_gen.c prints X_table.h (X.h if X ends in _table)
# from X.tsv, if there is one

table = $(patsubst %_table_table.h,%_table.h,$(1:%_gen.c=%_table.h))
input = <$(or $(wildcard $(1:%_gen.c=%.tsv)),/dev/null)

.PHONY: tables check-tables models fit
# Others are compiled with the tables that these print.
GEN_FIRST = $(filter %/single_byte_table_gen.c %/lexicon_gen.c \
    %/other_spinner_gen.c,$(GEN))
tables: ## rewrite the committed tables
	$(MAKE) DEPS=no $(GEN_FIRST:%.c=$(BUILD)/%.print)
	$(MAKE) DEPS=no $(patsubst %.c,$(BUILD)/%.print,$(filter-out $(GEN_FIRST),$(GEN)))
check-tables: $(TABLES_CMP) ## each table is what its generator prints
	@.ci/try $(BUILD)/results --total $(words $(TABLES_CMP))
$(BUILD)/%_gen.print: $(BUILD)/%_gen FORCE
	$< $(call input,$*_gen.c) >$(call table,$*_gen.c).new || \
	    { rm -f $(call table,$*_gen.c).new; exit 1; }
	mv $(call table,$*_gen.c).new $(call table,$*_gen.c)
$(BUILD)/%_gen.cmp: $(BUILD)/%_gen FORCE
	@$(TRY_LEAKY) $*_gen sh -c '$< $(call input,$*_gen.c) >$<.out && \
	    cmp $<.out $(call table,$*_gen.c)'
models: ## rebuild the models from public text
	.ci/models '$(MAKE)' $(BUILD) $(MODELS)
# Weights are variables in a library of its own; where they are constants, they
# may meet unsigned numbers without a warning.
CACHE = $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/ungarble
TEXT = $(CACHE)/models/text
# Correct lines that tests/eval/clean.sh left, if it did.
CORPUS = $(wildcard $(CACHE)/clean/text)
WEIGHTS = model/weights.h characters/mojibake_weights.h characters/mixup_weights.h
fit: ## fit the weights anew, to text that make models left
	$(MAKE) $(FIT:%.c=$(BUILD)/fit/%) DEPS=no BUILD=$(BUILD)/fit \
	    CPPFLAGS='$(CPPFLAGS) -DUG_TRAINING -Wno-sign-conversion'
	$(BUILD)/fit/src/detect/train/fit_train $(TEXT) tests/detect/own.tsv \
	    <src/model/weights.h >$(BUILD)/fit/weights.h
	$(BUILD)/fit/src/characters/train/mojibake_train $(TEXT) tests/characters/untouched.tsv \
	    <src/characters/mojibake_weights.h >$(BUILD)/fit/mojibake_weights.h
	$(BUILD)/fit/src/characters/train/mixup_train $(TEXT) tests/characters/untouched.tsv \
	    $(CORPUS) <src/characters/mixup_weights.h >$(BUILD)/fit/mixup_weights.h
	cd src && for h in $(WEIGHTS); do \
	    cmp $(call absolute,$(BUILD))/fit/$${h##*/} $$h || \
	    cp $(call absolute,$(BUILD))/fit/$${h##*/} $$h; done

# ---- campaigns

.PHONY: fuzz bench baseline peers faults calibrate same torture spoil lint coverage
FUZZING = -O2 -g -fsanitize=address,undefined,fuzzer-no-link \
    -fno-sanitize-recover=all
fuzz: ## libFuzzer on one target, for TIME seconds or until stopped: make fuzz T=stream TIME=60
	@test -f 'tests/fuzz/$(T)_fuzz.c' || { \
	    echo 'make fuzz T=$(FUZZ:tests/fuzz/%_fuzz.c=%)'; exit 2; }
	$(MAKE) fuzz-build T=$(T) BUILD=$(BUILD)/fuzz CC=clang CXX=clang++ \
	    CFLAGS='$(FUZZING)'
	mkdir -p $(BUILD)/fuzz/corpus/$(T)
	$(BUILD)/fuzz/tests/fuzz/$(T)_fuzzer -dict=tests/fuzz/ungarble.dict \
	    -max_len=65536 -max_total_time=$(TIME) $(FUZZFLAGS) \
	    $(BUILD)/fuzz/corpus/$(T) tests/fuzz/$(T) \
	    $(wildcard samples/garbled samples/clean)
TIME = 0
.PHONY: fuzz-build
fuzz-build: $(BUILD)/tests/fuzz/$(T)_fuzzer
$(BUILD)/%_fuzzer: $(BUILD)/%_fuzz.o $$(OF_FUZZ) $(HELPERS) $(A)
	$(say)$(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBS)

MB = 16
KINDS =
bench: $(PROGRAM) $(BENCH:%.c=$(BUILD)/%) ## beside cat, wc, iconv and others, ten minutes: make bench MB=64 KINDS='ascii cjk'; detection; lines
	sh tests/bench/throughput.sh $(call absolute,$(PROGRAM)) $(BUILD) $(MB) $(KINDS)
	$(BUILD)/tests/bench/detect tests/detect/own.tsv
	sh tests/bench/latency.sh $(call absolute,$(PROGRAM)) $(BUILD)

baseline: $(PROGRAM) $(BENCH:%.c=$(BUILD)/%) ## instructions for each byte anew, those that check-full holds
	CC='$(CC)' CFLAGS='$(CFLAGS)' BUILD=$(BUILD) BASELINE=yes \
	    sh tests/eval/instructions.sh $(PROGRAM)

peers: $(PROGRAM) ## what filters do on full disks, closed descriptors, in mid-character
	sh tests/bench/peers.sh $(call absolute,$(PROGRAM))

faults: $(PROGRAM) ## every system call and allocation of twenty runs fails once, ten minutes
	UG_TEST_SIZE=1000000 CC='$(CC)' sh tests/cli/inject.sh $(call absolute,$(PROGRAM))
	UG_TEST_SIZE=1000000 CC='$(CC)' sh tests/cli/allocations.sh $(call absolute,$(PROGRAM))

calibrate: $(PROGRAM) $(BUILD)/src/words/train/clean_train $(BUILD)/tests/bench/gate ## words and marks on 80 million tokens of clean text
	sh tests/bench/calibrate.sh $(call absolute,$(PROGRAM)) $(BUILD)

same: $(SO) $(BUILD)/tests/bench/same ## what the library puts out, beside another build of it: make same OLD=DIR
	@test -f '$(OLD)/$(notdir $(SO))' || { echo 'make same OLD=DIR'; exit 2; }
	$(BUILD)/tests/bench/same $(SAMEFLAGS) -o $(BUILD)/same \
	    '$(OLD)/$(notdir $(SO))' $(SO) $(SAME_TEXT)
$(BUILD)/tests/bench/same: private LDLIBS += -ldl
SHARED = $(or $(UG_SHARED),../shared)
SAME_TEXT = $(sort $(wildcard samples/clean/* samples/garbled/*.in \
    samples/unsolved/*.in) $(shell find $(wildcard $(addprefix \
    $(SHARED)/,eval seeds marks suites)) /dev/null -type f \
    ! -name '*.py' ! -name '*.xz'))

torture: faults $(BUILD)/tests/bench/garble ## faults, then ten million garbled lines, fifty minutes; goes on where it stopped
	sh tests/garble/torture.sh $(BUILD)/tests/bench/garble $(BUILD)/torture \
	    $(SLICES)

SEED = 1
N = 20
spoil: all $(TESTS) $(REPLAYS) $(GEN:%.c=$(BUILD)/%) ## spoiled places of the source must turn a test red, half an hour: make spoil SEED=1 N=20
	@python3 tests/bench/spoil.py $(BUILD) $(SEED) $(N) \
	    --sources $(LIB) $(CLI) --tests $(UNITS) --make '$(MAKE_COMMAND)' $(MAKEOVERRIDES)

lint: all ## layout, cppcheck, manuals, symbols; each as far as it is installed
	@.ci/lint $(BUILD) $(sort $(shell find src tests -name '*.[ch]')) $(MAN)

# Where the program may write nothing, what counts cannot either: its tests fail.
coverage: ## lines and branches of the library that the tests reach, by file
	-$(MAKE) check-unit DEPS=no BUILD=$(BUILD)/coverage INSTRUMENTED=yes \
	    CFLAGS='-O0 -g --coverage -DNDEBUG'
	cd $(BUILD)/coverage && '$(CURDIR)/.ci/coverage' '$(CURDIR)' \
	    $(addsuffix .gcda,$(basename $(call objects,$(LIB))))

# ---- installing

.PHONY: install uninstall static deb dist distcheck
# Where shells look for what completes options.
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR  = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d
# A build for another machine cannot print that here: RUNS=PROGRAM can.
RUNS    = $(PROGRAM)
WHERE   = $(foreach name,BUILD DESTDIR PREFIX LIBDIR MANDIR DOCDIR BASHDIR ZSHDIR \
    FISHDIR VERSION PACKAGES RUNS,$(name)='$(subst ','\'',$($(name)))')
install: all ## to DESTDIR and PREFIX
	@$(WHERE) .ci/install put
uninstall: ## remove what install put there
	@$(WHERE) .ci/install remove

# The program that takes no library along, or as few as there are archives for.
STATIC_PROGRAM = $(BUILD)/static/ungarble
STATIC_LIBS = $(call once,STATIC_LIBS,CXX='$(CXX)' PKG_CONFIG='$(PKG_CONFIG)' .ci/static '$(PACKAGES)' $(FORM_LIBS))
static: $(STATIC_PROGRAM) ## the program without shared libraries, in build/static
$(STATIC_PROGRAM): $(call objects,$(CLI)) $(A)
	@mkdir -p $(@D)
	$(say)$(LINK) -o $@ $^ $(MORE_LIBS) $(LDLIBS) $(STATIC_LIBS)

deb: all ## Debian packages, in build/deb
	@BUILD='$(BUILD)' VERSION='$(VERSION)' PACKAGES='$(PACKAGES)' .ci/deb/build

DIST = ungarble-$(VERSION)
dist: ## what git has, in build/
	mkdir -p $(BUILD)
	git archive --prefix=$(DIST)/ -o $(BUILD)/$(DIST).tar.gz HEAD
distcheck: dist ## unpack that, build, check and install it
	rm -rf $(BUILD)/$(DIST)
	test ! -d ../shared || ln -sfn $(call absolute,../shared) $(BUILD)/shared
	tar xzf $(BUILD)/$(DIST).tar.gz -C $(BUILD)
	cd $(BUILD)/$(DIST) && $(MAKE) BUILD=build check && \
	    $(MAKE) BUILD=build install DESTDIR="$$PWD/stage" && \
	    stage/$(PREFIX)/bin/ungarble --version && \
	    $(MAKE) BUILD=build uninstall DESTDIR="$$PWD/stage" && \
	    test -z "$$(find stage ! -type d)"
	rm -rf $(BUILD)/$(DIST)

.PHONY: demo
demo: $(PROGRAM) ## build, and run on samples/: before and after
	@sh .ci/demo $(PROGRAM)

.PHONY: clean
clean: ## remove $(BUILD)
	rm -rf $(BUILD)
