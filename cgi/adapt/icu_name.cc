/*
 * icu_name.cc - how a language writes dates, countries, languages, decimals.
 *
 * Formats are made once for each locale and kept, as in icu.cc.
 */
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <string>

#include <unicode/datefmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/gregocal.h>

#include "adapt/icu_private.h"

using icu::Locale;
using icu::UnicodeString;

/* A language as Europe writes it: "en" alone would be the United States. */
static Locale
european(const char *locale)
{
	Locale	given(locale);

	if (given.getCountry()[0] != '\0')
		return given;
	return Locale(given.getLanguage(), "150");
}

static const icu::DateFormat *
long_date(const char *locale)
{
	static std::map<std::string, std::unique_ptr<icu::DateFormat>>	made;
	auto	&slot = made[locale];

	if (!slot) {
		slot.reset(icu::DateFormat::createDateInstance(
		    icu::DateFormat::kLong, european(locale)));
		if (!slot)
			log_die("could not make a date format");
		slot->adoptTimeZone(icu::TimeZone::getGMT()->clone());
	}
	return slot.get();
}

/* The day as an instant; false when ISO is not a day of the calendar. */
static bool
read_day(const char *iso, UDate *instant)
{
	UErrorCode	status = U_ZERO_ERROR;
	int		year, month, day, end = 0;

	if (sscanf(iso, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 ||
	    iso[end] != '\0')
		return false;
	icu::GregorianCalendar	calendar(icu::TimeZone::getGMT()->clone(),
				    status);
	calendar.setLenient(false);
	calendar.clear();
	calendar.set(year, month - 1, day);
	*instant = calendar.getTime(status);
	return U_SUCCESS(status);
}

char *
icu_date(const char *locale, struct mem *mem, const char *iso)
{
	UnicodeString	out;
	UDate		instant;

	if (!read_day(iso, &instant))
		return mem_dup(mem, iso);
	return keep(mem, long_date(locale)->format(instant, out));
}

static const icu::DateFormat *
month_format(const char *locale)
{
	static std::map<std::string, std::unique_ptr<icu::DateFormat>>	made;
	UErrorCode	status = U_ZERO_ERROR;
	auto		&slot = made[locale];

	if (!slot) {
		slot.reset(icu::DateFormat::createInstanceForSkeleton("yMMMM",
		    european(locale), status));
		need(status, "a format of months");
		slot->adoptTimeZone(icu::TimeZone::getGMT()->clone());
		slot->setContext(UDISPCTX_CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE,
		    status);
	}
	return slot.get();
}

char *
icu_month(const char *locale, struct mem *mem, const char *iso)
{
	UnicodeString	out;
	UDate		instant;

	if (!read_day(iso, &instant))
		return mem_dup(mem, iso);
	return keep(mem, month_format(locale)->format(instant, out));
}

char *
icu_country(const char *locale, struct mem *mem, const char *code)
{
	UnicodeString	name;

	return keep(mem, Locale("", code).getDisplayCountry(Locale(locale),
	    name));
}

char *
icu_language(const char *locale, struct mem *mem, const char *tag)
{
	UnicodeString	name;

	return keep(mem, Locale(tag).getDisplayLanguage(Locale(locale), name));
}

char *
icu_language_first(const char *locale, struct mem *mem, const char *tag)
{
	UnicodeString	name;

	Locale(tag).getDisplayLanguage(Locale(locale), name);
	return keep(mem, name.toTitle(nullptr, Locale(locale),
	    U_TITLECASE_SENTENCES | U_TITLECASE_NO_LOWERCASE));
}

char *
icu_region(const char *tag, struct mem *mem)
{
	UErrorCode	status = U_ZERO_ERROR;
	Locale		locale = Locale::forLanguageTag(tag, status);

	if (strcmp(locale.getCountry(), "") == 0 &&
	    strcmp(locale.getLanguage(), "en") == 0)
		return mem_dup(mem, "GB");
	locale.addLikelySubtags(status);
	return mem_dup(mem, U_FAILURE(status) ||
	    locale.getCountry()[0] == '\0' ? "none" : locale.getCountry());
}

char *
icu_decimal(const char *locale, struct mem *mem)
{
	UErrorCode			status = U_ZERO_ERROR;
	icu::DecimalFormatSymbols	symbols(european(locale), status);

	need(status, "the signs of numbers");
	return keep(mem, symbols.getSymbol(
	    icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
}

char *
icu_iso3(struct mem *mem, const char *tag)
{
	return mem_dup(mem, Locale(tag).getISO3Language());
}
