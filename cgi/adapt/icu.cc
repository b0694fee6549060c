/*
 * icu.cc - the one door to ICU: languages, messages, dates, order.
 *
 * What is slow to make (collators, indexes, formats) is made once for each
 * locale and kept as long as the program runs.
 */
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/datefmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/localematcher.h>
#include <unicode/msgfmt.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

extern "C" {
#include "adapt/icu.h"
#include "base/log.h"
#include "base/mem.h"
}

using icu::Locale;
using icu::UnicodeString;

struct icu_matcher {
	std::vector<Locale>			supported;
	std::unique_ptr<icu::LocaleMatcher>	matcher;
};

struct icu_message {
	std::unique_ptr<icu::MessageFormat>	format;
	std::vector<std::string>		names;
	std::vector<const char *>		pointers;
};

/* ICU only fails here when its data is missing: nothing can go on. */
static void
need(UErrorCode status, const char *what)
{
	if (U_FAILURE(status))
		log_die("could not make %s: %s", what, u_errorName(status));
}

static char *
keep(struct mem *mem, const UnicodeString &text)
{
	std::string	utf8;

	text.toUTF8String(utf8);
	return mem_copy(mem, utf8.data(), utf8.size());
}

struct icu_matcher *
icu_matcher(const char *const *tags, int count)
{
	UErrorCode			 status = U_ZERO_ERROR;
	struct icu_matcher		*made = new struct icu_matcher;
	icu::LocaleMatcher::Builder	 builder;

	for (int i = 0; i < count; i++)
		made->supported.push_back(Locale::forLanguageTag(tags[i],
		    status));
	builder.setSupportedLocales(made->supported.begin(),
	    made->supported.end());
	builder.setNoDefaultLocale();
	made->matcher.reset(new icu::LocaleMatcher(builder.build(status)));
	need(status, "the language matcher");
	return made;
}

int
icu_match(const struct icu_matcher *matcher, const char *const *desired,
    int count)
{
	UErrorCode		 status;
	std::vector<Locale>	 wanted;

	for (int i = 0; i < count; i++) {
		status = U_ZERO_ERROR;
		Locale locale = Locale::forLanguageTag(desired[i], status);
		if (U_SUCCESS(status) && !locale.isBogus() &&
		    locale.getLanguage()[0] != '\0')
			wanted.push_back(locale);
	}
	if (wanted.empty())
		return -1;
	status = U_ZERO_ERROR;
	Locale::RangeIterator<std::vector<Locale>::iterator>
	    range(wanted.begin(), wanted.end());
	int index = matcher->matcher->getBestMatchResult(range, status)
	    .getSupportedIndex();
	return U_FAILURE(status) ? -1 : index;
}

/* Names of a message's arguments, sorted by std::map's order. */
static void
name_arguments(struct icu_message *message, UErrorCode &status)
{
	std::map<std::string, bool>			 sorted;
	std::unique_ptr<icu::StringEnumeration>		 names;
	const UnicodeString				*name;

	names.reset(message->format->getFormatNames(status));
	while (U_SUCCESS(status) && (name = names->snext(status)) != nullptr) {
		std::string utf8;
		sorted[name->toUTF8String(utf8)] = true;
	}
	for (const auto &entry : sorted)
		message->names.push_back(entry.first);
	for (const auto &entry : message->names)
		message->pointers.push_back(entry.c_str());
}

struct icu_message *
icu_message(const char *locale, const char *pattern, char *why)
{
	UErrorCode		 status = U_ZERO_ERROR;
	UParseError		 where;
	struct icu_message	*made = new struct icu_message;

	made->format.reset(new icu::MessageFormat(
	    UnicodeString::fromUTF8(pattern), Locale(locale), where, status));
	if (U_SUCCESS(status))
		name_arguments(made, status);
	if (U_SUCCESS(status))
		return made;
	snprintf(why, 400, "%s near character %d", u_errorName(status),
	    where.offset);
	delete made;
	return nullptr;
}

const char *const *
icu_message_arguments(const struct icu_message *message, int *count)
{
	*count = static_cast<int>(message->pointers.size());
	return message->pointers.data();
}

char *
icu_format(const struct icu_message *message, struct mem *mem,
    const struct icu_argument *arguments, int count)
{
	UErrorCode			 status = U_ZERO_ERROR;
	std::vector<UnicodeString>	 names;
	std::vector<icu::Formattable>	 values;
	UnicodeString			 out;

	for (int i = 0; i < count; i++) {
		names.push_back(UnicodeString::fromUTF8(arguments[i].name));
		if (arguments[i].text != nullptr)
			values.push_back(icu::Formattable(
			    UnicodeString::fromUTF8(arguments[i].text)));
		else
			values.push_back(icu::Formattable(
			    arguments[i].number));
	}
	message->format->format(names.data(), values.data(), count, out,
	    status);
	if (U_FAILURE(status))
		log_warn("could not format a message: %s",
		    u_errorName(status));
	return keep(mem, out);
}

/* The collator of a locale, made at first use. */
static const icu::Collator *
collator(const char *locale)
{
	static std::map<std::string, std::unique_ptr<icu::Collator>>	made;
	UErrorCode	status = U_ZERO_ERROR;
	auto		&slot = made[locale];

	if (!slot) {
		slot.reset(icu::Collator::createInstance(Locale(locale),
		    status));
		need(status, "a collator");
	}
	return slot.get();
}

char *
icu_sort_key(const char *locale, struct mem *mem, const char *text)
{
	static const char	digits[] = "0123456789abcdef";
	UnicodeString		source = UnicodeString::fromUTF8(text);
	const icu::Collator	*order = collator(locale);
	int32_t			size = order->getSortKey(source, nullptr, 0);
	std::vector<uint8_t>	key(size);
	char			*hex = static_cast<char *>(
				    mem_get(mem, 2 * size + 1));

	order->getSortKey(source, key.data(), size);
	for (int32_t i = 0; i < size; i++) {
		hex[2 * i] = digits[key[i] >> 4];
		hex[2 * i + 1] = digits[key[i] & 15];
	}
	return hex;
}

static const icu::AlphabeticIndex::ImmutableIndex *
alphabet(const char *locale)
{
	static std::map<std::string,
	    std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex>>	made;
	UErrorCode	status = U_ZERO_ERROR;
	auto		&slot = made[locale];

	if (!slot) {
		icu::AlphabeticIndex	index(Locale(locale), status);

		slot.reset(index.buildImmutableIndex(status));
		need(status, "an alphabet");
	}
	return slot.get();
}

char *
icu_initial(const char *locale, struct mem *mem, const char *text)
{
	UErrorCode	status = U_ZERO_ERROR;
	auto		index = alphabet(locale);
	int32_t		at = index->getBucketIndex(
			    UnicodeString::fromUTF8(text), status);
	auto		bucket = index->getBucket(at);

	return keep(mem, bucket != nullptr ? bucket->getLabel() :
	    UnicodeString());
}

static const icu::Transliterator *
ascii()
{
	static std::unique_ptr<icu::Transliterator>	kept;
	UErrorCode					status = U_ZERO_ERROR;

	if (kept == nullptr)
		kept.reset(icu::Transliterator::createInstance(
		    "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
	if (U_FAILURE(status))
		log_die("ICU: %s", u_errorName(status));
	return kept.get();
}

char *
icu_slug(struct mem *mem, const char *text, size_t longest)
{
	UnicodeString	plain = UnicodeString::fromUTF8(text);
	std::string	slug;

	ascii()->transliterate(plain);
	for (int32_t i = 0; i < plain.length(); i++) {
		char16_t	letter = plain[i];

		if ((letter >= 'a' && letter <= 'z') ||
		    (letter >= '0' && letter <= '9'))
			slug += static_cast<char>(letter);
		else if (!slug.empty() && slug.back() != '-')
			slug += '-';
	}
	if (slug.length() > longest) {
		size_t	cut = slug.rfind('-', longest);

		slug.resize(cut != std::string::npos ? cut : longest);
	}
	while (!slug.empty() && slug.back() == '-')
		slug.pop_back();
	return mem_dup(mem, slug.c_str());
}

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

/* TEXT in a normal form. */
static char *
normal(struct mem *mem, const icu::Normalizer2 *form, const char *text)
{
	UErrorCode	status = U_ZERO_ERROR;
	UnicodeString	out;

	out = form->normalize(UnicodeString::fromUTF8(text), status);
	return U_FAILURE(status) ? mem_dup(mem, text) : keep(mem, out);
}

char *
icu_nfc(struct mem *mem, const char *text)
{
	UErrorCode	status = U_ZERO_ERROR;
	auto		form = icu::Normalizer2::getNFCInstance(status);

	need(status, "the NFC normaliser");
	return normal(mem, form, text);
}

char *
icu_fold(struct mem *mem, const char *text)
{
	UErrorCode	status = U_ZERO_ERROR;
	auto		form = icu::Normalizer2::getNFKCCasefoldInstance(
			    status);

	need(status, "the normaliser of names");
	return normal(mem, form, text);
}
