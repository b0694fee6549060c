/*
 * icu.cc - the one door to ICU, with icu_name.cc: languages, messages, order.
 *
 * What is slow to make (collators, indexes, formats) is made once for each
 * locale and kept as long as the program runs.
 */
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/localematcher.h>
#include <unicode/msgfmt.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

#include "adapt/icu_private.h"

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

void
need(UErrorCode status, const char *what)
{
	if (U_FAILURE(status))
		log_die("could not make %s: %s", what, u_errorName(status));
}

char *
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

void
icu_message_done(struct icu_message *message)
{
	message->format.reset();
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
