/*
 * fuzz.h - what the fuzz targets share: a promise that must hold.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* End the run with the sentence when the promise does not hold: libFuzzer
 * keeps the input. */
#define HOLDS(promise, sentence) \
	do { \
		if (!(promise)) { \
			fprintf(stderr, "broken promise: %s\n", (sentence)); \
			abort(); \
		} \
	} while (0)

#endif
